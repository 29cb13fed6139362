import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Connection } from "../../../shared/ipc/server.ts";
import { useCommands } from "../../ui/commands.ts";
import { Facts } from "../../ui/facts.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { Section } from "../../ui/page.tsx";
import { DeviceList } from "./device-list.tsx";
import { DisconnectDialog } from "./disconnect-dialog.tsx";
import { useSettings } from "./settings-context.ts";

/** Which server, as whom; connecting and disconnecting. What waits is never dropped. */
export function ConnectionSection() {
  const { t } = useTranslation();
  const commands = useCommands();
  const notify = useNotify();
  const { connection, disconnect } = useSettings();
  const [asking, setAsking] = useState(false);

  async function leave(): Promise<void> {
    setAsking(false);
    const done = await disconnect();
    notify({ text: t(done ? "settings.disconnected" : "settings.failed") });
  }

  return (
    <Section id="settings-connection" title={t("settings.connection")}>
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          alignItems: "flex-start",
          gap: 2,
        }}
      >
        <Box sx={{ flex: "1 1 280px", minWidth: 0 }}>
          {connection ? (
            <Who connection={connection} />
          ) : (
            <>
              <Typography sx={{ fontWeight: 550 }}>
                {t("settings.notConnected")}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t("syncPage.notConnectedText")}
              </Typography>
            </>
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
          <Button
            variant="contained"
            onClick={commands.connect}
            sx={{ flex: "none" }}
          >
            {t("connect.open")}
          </Button>
        )}
      </Box>
      {connection && <DeviceList connection={connection} />}
      {asking && (
        <DisconnectDialog
          onClose={() => setAsking(false)}
          onDisconnect={() => void leave()}
        />
      )}
    </Section>
  );
}

function Who({ connection }: { connection: NonNullable<Connection> }) {
  const { t } = useTranslation();
  const { user, url, deviceName } = connection;
  const role = t(`settings.role.${user.role}`);
  return (
    <Facts
      facts={[
        {
          name: t("settings.user"),
          value: [user.name, user.salesperson, role]
            .filter(Boolean)
            .join(" · "),
        },
        ...(user.email ? [{ name: t("field.email"), value: user.email }] : []),
        { name: t("syncPage.server"), value: url },
        ...(deviceName
          ? [{ name: t("settings.device"), value: deviceName }]
          : []),
      ]}
    />
  );
}
