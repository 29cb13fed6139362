import Box from "@mui/material/Box";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ConnectForm } from "../features/connect/connect-form.tsx";
import { useConnecting } from "../features/connect/use-connect.ts";
import { useSettings } from "../features/settings/settings-context.ts";
import { needsNewCode } from "../features/sync/needs-new-code.ts";
import { useSyncStatus } from "../features/sync/sync-context.ts";
import { useNotify } from "../ui/notices.tsx";

/** First run, or later from Settings and the status bar. "Later" is as good an answer as any. */
export function ConnectPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const { deviceName, connect } = useConnecting();
  const status = useSyncStatus();
  const again = needsNewCode(status);
  const { change, connection } = useSettings();
  const leave = () => void navigate({ to: "/today" });
  const settled = connection !== null && !again;
  // Connected here or unattended meanwhile: there is nothing left to ask.
  useEffect(() => {
    if (settled) void navigate({ to: "/today" });
  }, [settled, navigate]);
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
        waiting={status.waiting}
        {...(again && connection ? { again: connection.url } : {})}
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
