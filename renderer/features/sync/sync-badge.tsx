import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../ui/format.ts";
import { useCommands } from "../../ui/commands.ts";
import { useNow } from "../../ui/use-now.ts";
import { StatusIcon } from "./status-icon.tsx";
import { isRetry, statusWords } from "./status-words.ts";
import { useSyncStatus } from "./sync-context.ts";

/** The status bar's own item: always there, icon and words; opens the Sync screen, or Connect without a server. */
export function SyncBadge() {
  const { t } = useTranslation();
  const commands = useCommands();
  const status = useSyncStatus();
  const now = useNow(30_000);
  const details = [
    status.server ?? t("sync.noServer"),
    status.lastSuccess !== null &&
      t("sync.lastSuccess", { time: formatMoment(status.lastSuccess, now) }),
    status.kind !== "not-connected" &&
      status.nextTry !== null &&
      t(isRetry(status) ? "sync.nextTry" : "sync.nextSync", {
        time: formatMoment(status.nextTry, now),
      }),
  ].filter(Boolean);
  return (
    <Tooltip
      title={details.map((line, i) => (
        <div key={i}>{line}</div>
      ))}
    >
      <ButtonBase
        onClick={
          status.kind === "not-connected" ? commands.connect : commands.openSync
        }
        sx={{
          height: 24,
          px: 1,
          gap: 0.75,
          borderRadius: 0.75,
          font: "inherit",
          color: "text.primary",
          "&:hover": { bgcolor: "surface.hover" },
        }}
      >
        <StatusIcon kind={status.kind} />
        <Box component="span" role="status" aria-live="polite">
          {statusWords(status, t, now)}
        </Box>
      </ButtonBase>
    </Tooltip>
  );
}
