import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCommands } from "../../ui/commands.ts";
import { Section } from "../../ui/page.tsx";
import { useSettings } from "./settings-context.ts";

/** Which server, as whom; connecting and disconnecting. What waits is never dropped. */
export function ConnectionSection() {
  const { t } = useTranslation();
  const commands = useCommands();
  const { connection } = useSettings();
  const [asking, setAsking] = useState(false);
  return (
    <Section id="settings-connection" title={t("settings.connection")}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography>
            {connection
              ? t("settings.connectedAs", { name: connection.user.name })
              : t("settings.notConnected")}
          </Typography>
          {connection && (
            <Typography variant="body2" color="textSecondary">
              {connection.url}
            </Typography>
          )}
        </Box>
        {connection ? (
          <Button
            variant="outlined"
            color="inherit"
            onClick={() => setAsking(true)}
          >
            {t("settings.disconnect")}
          </Button>
        ) : (
          <Button variant="contained" onClick={commands.connect}>
            {t("connect.open")}
          </Button>
        )}
      </Box>
      {asking && <DisconnectDialog onClose={() => setAsking(false)} />}
    </Section>
  );
}

function DisconnectDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { disconnect } = useSettings();
  const { pending } = useLocalStore();
  const waiting = new Set(
    pending
      .pendingEntries()
      .flatMap(({ ops }) => ops.map(({ c, id }) => `${c}/${id}`)),
  ).size;
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby="disconnect-title"
      maxWidth="xs"
    >
      <DialogTitle id="disconnect-title">
        {t("settings.disconnectTitle")}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t("settings.disconnectText")}</DialogContentText>
        {waiting > 0 && (
          <DialogContentText sx={{ mt: 1, color: "warning.main" }}>
            {t("settings.disconnectWaiting", { count: waiting })}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} autoFocus>
          {t("cancel")}
        </Button>
        <Button
          variant="contained"
          onClick={() => {
            onClose();
            disconnect();
          }}
        >
          {t("settings.disconnect")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
