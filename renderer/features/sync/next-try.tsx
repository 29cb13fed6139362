import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../ui/format.ts";
import { useSyncStatus } from "./sync-context.ts";

/** "Next try 14:08", while one is planned. */
export function NextTry() {
  const { t } = useTranslation();
  const { kind, nextTry } = useSyncStatus();
  if (nextTry === null || kind === "not-connected") return null;
  return (
    <Box component="span" sx={{ px: 1, color: "text.secondary" }}>
      {t("sync.nextTry", { time: formatTime(nextTry) })}
    </Box>
  );
}
