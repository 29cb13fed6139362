import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { countdown } from "./countdown.ts";
import { receptionOf } from "./reception.ts";
import { useSyncStatus } from "./sync-context.ts";

/** A long reception: how far, how fast, how long still, and the way out. One can work meanwhile. */
export function SyncProgress(props: { onPause(): void }) {
  const { t } = useTranslation();
  const { progress } = useSyncStatus();
  const now = useNow(1000);
  if (progress === null) return null;
  const { part, total, rate, leftMs } = receptionOf(progress, now);
  const words = [
    t("syncProgress.of", {
      n: formatCount(progress.received),
      total: formatCount(total),
    }),
    rate !== null && t("syncProgress.rate", { n: formatCount(rate) }),
    leftMs !== null && t("syncProgress.left", { time: countdown(leftMs) }),
  ].filter(Boolean);
  return (
    <Box>
      <LinearProgress
        variant="determinate"
        value={part * 100}
        aria-label={t("syncProgress.label")}
        sx={{ height: 8, borderRadius: 4 }}
      />
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          flexWrap: "wrap",
          gap: 2,
          mt: 1.25,
        }}
      >
        <Typography
          sx={{ flex: "1 1 200px", fontVariantNumeric: "tabular-nums" }}
        >
          {words.join(" · ")}
        </Typography>
        <Button variant="outlined" color="inherit" onClick={props.onPause}>
          {t("syncProgress.pause")}
        </Button>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        {t("syncProgress.hint")}
      </Typography>
    </Box>
  );
}
