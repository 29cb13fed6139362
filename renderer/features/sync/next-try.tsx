import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../ui/format.ts";
import { isRetry } from "./status-words.ts";
import { useSyncStatus } from "./sync-context.ts";

/** "Next sync 14:08", or "Next try" after one that failed, while one is planned. */
export function NextTry() {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const { kind, nextTry } = status;
  if (nextTry === null || kind === "not-connected") return null;
  return (
    <Box component="span" sx={{ px: 1, color: "text.secondary" }}>
      {t(isRetry(status) ? "sync.nextTry" : "sync.nextSync", {
        time: formatTime(nextTry),
      })}
    </Box>
  );
}
