import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSettings } from "./settings-context.ts";

/** Never silent about what still waits (ux.md 5(e)7): it is kept, and can be sent before one goes. */
export function DisconnectDialog(props: {
  onClose(): void;
  onDisconnect(): void;
}) {
  const { t } = useTranslation();
  const { pending } = useLocalStore();
  const { syncNow } = useSettings();
  const waiting = useSyncExternalStore(
    pending.subscribe,
    () => pending.waitingRecords() + pending.heldRecords(),
  );
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby="disconnect-title"
      maxWidth="xs"
    >
      <DialogTitle id="disconnect-title">
        {t("settings.disconnectTitle")}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t("settings.disconnectText")}</DialogContentText>
        <DialogContentText
          role="status"
          sx={{ mt: 1, color: waiting > 0 ? "warning.main" : undefined }}
        >
          {waiting > 0
            ? t("settings.disconnectWaiting", { count: waiting })
            : t("settings.disconnectNothing")}
        </DialogContentText>
        <DialogContentText sx={{ mt: 1 }}>
          {t("settings.disconnectAgain")}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onClose} autoFocus>
          {t("cancel")}
        </Button>
        {waiting > 0 && (
          <Button variant="outlined" color="inherit" onClick={syncNow}>
            {t("settings.sendFirst")}
          </Button>
        )}
        <Button variant="contained" onClick={props.onDisconnect}>
          {t("settings.disconnect")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
