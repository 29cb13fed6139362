import Box from "@mui/material/Box";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ConnectForm } from "../features/connect/connect-form.tsx";
import { useConnecting } from "../features/connect/use-connect.ts";
import { useSettings } from "../features/settings/settings-context.ts";
import { useSyncStatus } from "../features/sync/sync-context.ts";
import { useNotify } from "../ui/notices.tsx";

/** First run, or later from Settings and the status bar. "Later" is as good an answer as any. */
export function ConnectPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const { deviceName, connect } = useConnecting();
  const { waiting } = useSyncStatus();
  const { change, connection } = useSettings();
  const leave = () => void navigate({ to: "/contacts" });
  // Connected here or unattended meanwhile: there is nothing left to ask.
  useEffect(() => {
    if (connection) void navigate({ to: "/contacts" });
  }, [connection, navigate]);
  return (
    <Box
      sx={{
        flex: 1,
        overflowY: "auto",
        display: "grid",
        placeItems: "center",
        p: 4,
      }}
    >
      <ConnectForm
        deviceName={deviceName}
        waiting={waiting}
        connect={connect}
        onConnected={(name) => notify({ text: t("connect.done", { name }) })}
        onLater={() => {
          void change({ connectLater: true });
          leave();
        }}
      />
    </Box>
  );
}
