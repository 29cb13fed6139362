import Checkbox from "@mui/material/Checkbox";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DeviceInfo } from "../../../shared/sync/protocol.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useSettings } from "./settings-context.ts";

/** Cannot be undone: says what is lost, and wants the device's name typed. */
export function RevokeDialog(props: {
  device: DeviceInfo;
  onClose(): void;
  onRevoked(): void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { revokeDevice } = useSettings();
  const { id, name, user, lastSeen } = props.device;
  const now = useNow(60_000);
  const [wipe, setWipe] = useState(true);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.trim() !== name.trim()) return setWrong(true);
    const done = await revokeDevice(id, wipe);
    notify({ text: done ? t("devices.done", { name }) : t("devices.failed") });
    if (!done) return;
    props.onRevoked();
    props.onClose();
  }

  return (
    <FormDialog
      title={t("devices.revokeTitle", { name })}
      onClose={props.onClose}
      onSubmit={submit}
    >
      <DialogContent>
        <DialogContentText>
          {t("devices.revokeText", {
            user: user.name,
            moment: formatMoment(lastSeen, now),
          })}
        </DialogContentText>
        <FormControlLabel
          sx={{ mt: 1.5 }}
          control={
            <Checkbox
              checked={wipe}
              onChange={(_event, checked) => setWipe(checked)}
            />
          }
          label={t("devices.wipe")}
        />
        <DialogContentText role="status" variant="body2" sx={{ mb: 2 }}>
          {t(wipe ? "devices.wipeOn" : "devices.wipeOff")}
        </DialogContentText>
        <TextField
          autoFocus
          fullWidth
          label={t("devices.confirm")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          error={wrong}
          helperText={wrong ? t("devices.confirmWrong", { name }) : name}
          slotProps={{
            htmlInput: { spellCheck: false },
            formHelperText: { role: "status" },
          }}
        />
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("devices.revoke")}
        danger
      />
    </FormDialog>
  );
}
