import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { needsTemplate } from "../../../shared/domain/account-request.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { AccountKind } from "../../../shared/entities/account.ts";
import { useCommands } from "../../ui/commands.ts";
import { EDIT_LIST } from "../../ui/list-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { RequestDialog } from "./request-dialog.tsx";
import { useRequest } from "./use-request.ts";
import type { RelationsOfContact } from "./use-relations.ts";

/** CNV-1: asks for a customer, vendor, bank or employee with the contact's details, from a template where one is needed. */
export function CreateAsDialog(props: {
  relations: RelationsOfContact;
  kind: AccountKind;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { editList } = useCommands();
  const { relations, kind } = props;
  const { contact } = relations;
  const request = useRequest(relations);
  const company = kind === "employee" ? null : relations.company;
  const type = (company ?? contact).type;
  const templates = request.templates.filter(
    (one) =>
      one.kind === `${kind}Template` && (one.contactType ?? type) === type,
  );
  const [template, setTemplate] = useState(templates[0]?.code ?? "");

  async function ask(): Promise<string | null> {
    const refusal = await request.ask({
      ...{ action: "create", kind },
      ...(template === "" ? {} : { template }),
    });
    return refusal ? request.words(refusal) : null;
  }
  return (
    <RequestDialog
      title={t("createAs.title", { kind: t(`account.${kind}`) })}
      action={t("createAs.do")}
      ask={ask}
      onClose={props.onClose}
    >
      <Typography variant="body2">
        {company
          ? t("createAs.company", {
              company: company.name,
              person: contact.name,
            })
          : t("createAs.own", { name: contact.name })}
      </Typography>
      {needsTemplate(kind) && (
        <TextField
          select
          autoFocus
          label={t("createAs.template")}
          value={template}
          onChange={(event) => {
            if (event.target.value === EDIT_LIST) editList(`${kind}Template`);
            else setTemplate(event.target.value);
          }}
        >
          {templates.map((one) => (
            <MenuItem key={one.id} value={one.code}>
              {`${one.code} – ${codeText(one, language)}`}
            </MenuItem>
          ))}
          <MenuItem
            value={EDIT_LIST}
            sx={{ borderTop: 1, borderColor: "divider" }}
          >
            {t("setup.editList")}
          </MenuItem>
        </TextField>
      )}
      <Typography variant="body2" color="textSecondary">
        {t("createAs.offline")}
      </Typography>
    </RequestDialog>
  );
}
