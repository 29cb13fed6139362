import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { localDay } from "../../../shared/core/calendar.ts";
import type { Connection } from "../../../shared/ipc/server.ts";
import type { DeviceInfo } from "../../../shared/sync/protocol.ts";
import { formatDay, formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { useDevices } from "./use-devices.ts";

/** Where the person's notebook is on; an administrator sees everybody's and can shut one out. */
export function DeviceList(props: { connection: NonNullable<Connection> }) {
  const { t } = useTranslation();
  const { user, deviceId } = props.connection;
  const isAdmin = user.role === "admin";
  const { list, reload } = useDevices(isAdmin);
  const [revoking, setRevoking] = useState<DeviceInfo | null>(null);
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: "divider" }}>
      <Typography component="h3" id="devices-title" sx={{ fontWeight: 550 }}>
        {t(isAdmin ? "devices.everyones" : "devices.yours")}
      </Typography>
      {list === null && (
        <Box sx={{ display: "flex", alignItems: "center", gap: 1, mt: 0.5 }}>
          <Typography variant="body2" color="textSecondary" role="status">
            {t("devices.unknown")}
          </Typography>
          <Button size="small" color="inherit" onClick={reload}>
            {t("error.again")}
          </Button>
        </Box>
      )}
      <Box
        component="ul"
        aria-labelledby="devices-title"
        sx={{ m: 0, p: 0, listStyle: "none" }}
      >
        {list?.map((device) => (
          <Device
            key={device.id}
            device={device}
            owner={isAdmin}
            isThis={device.id === deviceId}
            {...(isAdmin ? { onRevoke: () => setRevoking(device) } : {})}
          />
        ))}
      </Box>
      {revoking && (
        <RevokeDialog
          device={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={reload}
        />
      )}
    </Box>
  );
}

function Device(props: {
  device: DeviceInfo;
  /** Whose it is has to be said. */
  owner: boolean;
  isThis: boolean;
  onRevoke?(): void;
}) {
  const { t } = useTranslation();
  const { device, isThis, onRevoke } = props;
  const now = useNow(60_000);
  const nameId = `device-${device.id}`;
  const revoked = device.status === "revoked";
  const moment = formatMoment(device.lastSeen, now);
  const day = formatDay(localDay(new Date(device.enrolled)));
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 2,
        minHeight: 44,
        py: 0.5,
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          id={nameId}
          sx={{
            overflowWrap: "anywhere",
            color: revoked ? "text.secondary" : undefined,
          }}
        >
          {device.name}
          {isThis && (
            <Typography component="span" variant="body2" color="primary">
              {" · "}
              {t("devices.this")}
            </Typography>
          )}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {[
            ...(props.owner ? [device.user.name] : []),
            ...(revoked ? [t("devices.revoked")] : []),
            t("devices.seen", { moment }),
            t("devices.enrolled", { day }),
          ].join(" · ")}
        </Typography>
      </Box>
      {onRevoke && !isThis && !revoked && (
        <Button
          size="small"
          color="inherit"
          aria-describedby={nameId}
          onClick={onRevoke}
        >
          {t("devices.revoke")}
        </Button>
      )}
    </Box>
  );
}
