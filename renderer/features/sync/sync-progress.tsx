import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
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
    <JobProgress
      label={t("syncProgress.label")}
      part={part}
      text={words.join(" · ")}
      hint={t("syncProgress.hint")}
      stopWord={t("syncProgress.pause")}
      onStop={props.onPause}
    />
  );
}
