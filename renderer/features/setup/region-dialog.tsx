import DialogContent from "@mui/material/DialogContent";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { firstSettingFor } from "../../../shared/domain/marketing-setting.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { CodeKind } from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { useCommands } from "../../ui/commands.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { EDIT_LIST } from "../../ui/list-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { OwnNameField } from "./own-name-field.tsx";
import { useBecomeSalesperson } from "./use-become-salesperson.ts";

/** Who one is, where most contacts are and what they speak: what can be known is filled in, Enter accepts it all. */
export function RegionDialog(props: { onClose(): void }) {
  const { t } = useTranslation();
  const { language: screen, alone, owner, userName } = useSession();
  const become = useBecomeSalesperson();
  const [name, setName] = useState(owner.name ?? userName);
  const [country, setCountry] = useState("CH");
  const [language, setLanguage] = useState(
    firstSettingFor(screen).defaultLanguage ?? "",
  );
  const [territory, setTerritory] = useState("");
  return (
    <FormDialog
      title={t(alone ? "first.meAndRegion" : "first.region")}
      onClose={props.onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        await become(alone && name.trim() !== owner.name ? name : "", {
          defaultCountry: country,
          defaultLanguage: language,
          defaultTerritory: territory === "" ? null : territory,
        });
        props.onClose();
      }}
    >
      <DialogContent
        sx={{
          display: "flex",
          flexDirection: "column",
          gap: 2,
          pt: "8px !important",
        }}
      >
        <Typography color="textSecondary">{t("first.regionText")}</Typography>
        {alone && <OwnNameField value={name} onChange={setName} />}
        <Choice
          kind="country"
          label={t("setup.defaultCountry")}
          value={country}
          onChoose={setCountry}
        />
        <Choice
          kind="language"
          label={t("setup.defaultLanguage")}
          value={language}
          onChoose={setLanguage}
        />
        <Choice
          kind="territory"
          none
          hint={t("first.territoryHint")}
          label={t("setup.defaultTerritory")}
          value={territory}
          onChoose={setTerritory}
        />
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("first.accept")}
        first={!alone}
      />
    </FormDialog>
  );
}

function Choice(props: {
  kind: CodeKind;
  label: string;
  value: string;
  none?: true;
  hint?: string;
  onChoose(code: string): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { editList } = useCommands();
  const codes = useCodes().of(props.kind);
  return (
    <TextField
      select
      label={props.label}
      helperText={props.hint}
      value={props.value}
      slotProps={{
        inputLabel: { shrink: true },
        select: { displayEmpty: true },
      }}
      onChange={(event) => {
        if (event.target.value === EDIT_LIST) editList(props.kind);
        else props.onChoose(event.target.value);
      }}
    >
      {props.none && <MenuItem value="">{t("first.territoryNone")}</MenuItem>}
      {codes.map((one) => (
        <MenuItem key={one.id} value={one.code}>
          {codeText(one, language)}
        </MenuItem>
      ))}
      <MenuItem value={EDIT_LIST} sx={{ borderTop: 1, borderColor: "divider" }}>
        {t("setup.editList")}
      </MenuItem>
    </TextField>
  );
}
