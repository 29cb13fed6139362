import DialogContent from "@mui/material/DialogContent";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

const NAME_MAX = 100;

/** Asks what a view is to be called; closes when it is saved. */
export function ViewNameDialog(props: {
  title: string;
  name: string;
  onClose(): void;
  onName(name: string): Promise<boolean>;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(props.name);
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      title={props.title}
      onClose={props.onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        const given = name.trim();
        setMissing(given === "");
        if (given !== "" && (await props.onName(given))) props.onClose();
      }}
    >
      <DialogContent>
        <TextField
          autoFocus
          label={t("list.viewName")}
          value={name}
          error={missing}
          helperText={missing ? t("list.viewNameNeeded") : undefined}
          slotProps={{ htmlInput: { maxLength: NAME_MAX } }}
          onChange={({ target }) => setName(target.value)}
        />
      </DialogContent>
      <FormActions onClose={props.onClose} submit={t("list.save")} />
    </FormDialog>
  );
}
