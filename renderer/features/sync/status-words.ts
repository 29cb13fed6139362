import type { TFunction } from "i18next";
import { isAlone } from "../../../shared/sync/is-alone.ts";
import type { SyncStatus } from "../../../shared/sync/status.ts";
import { receptionOf } from "./reception.ts";
import { formatCount, formatMoment } from "../../ui/format.ts";

/** The one line that tells how things stand (ux.md 5(e)). Green is said only after the server has everything. */
export function statusWords(
  status: SyncStatus,
  t: TFunction,
  now: number,
): string {
  const n = formatCount(status.waiting);
  const waits = status.waiting > 0;
  switch (status.kind) {
    case "not-connected":
      return waits && !isAlone(status)
        ? t("sync.notConnectedWaiting", { n })
        : t("sync.notConnected");
    case "never-synced":
      return t("sync.neverSynced");
    case "current": {
      const time = formatMoment(status.lastSuccess ?? now, now);
      return status.held > 0
        ? t("sync.currentHeld", { time, n: formatCount(status.held) })
        : t("sync.current", { time });
    }
    case "sending":
      return t("sync.sending", {
        n: formatCount(
          Math.min(status.waited - status.waiting + 1, status.waited),
        ),
        of: formatCount(status.waited),
      });
    case "receiving": {
      if (status.progress === null) return t("sync.receiving");
      const { part } = receptionOf(status.progress, now);
      // In steps, for they are read out; never 100 before it is over.
      return t("syncProgress.receiving", { n: Math.floor(part * 20) * 5 });
    }
    case "offline":
      return offlineWords(status, t, now, n);
    case "asked-to-wait":
      return t(waits ? "sync.askedToWaitWaiting" : "sync.askedToWait", {
        ...{ n, time: formatMoment(status.nextTry ?? now, now) },
      });
    case "attention":
      return status.refused > 0
        ? t("sync.needYou", { count: status.refused })
        : t("sync.problem");
    case "paused":
      return waits ? t("sync.pausedWaiting", { n }) : t("sync.paused");
    case "signed-out":
      return t("sync.signedOut");
  }
}

/** True when the next run repeats one that failed, rather than being the next of its rhythm. */
export function isRetry({ runs }: Pick<SyncStatus, "runs">): boolean {
  const [newest] = runs.toSorted((a, b) => b.at - a.at);
  return newest?.ok === false;
}

function offlineWords(
  status: SyncStatus,
  t: TFunction,
  now: number,
  n: string,
): string {
  const since = offlineSince(status);
  if (since === null) {
    return status.waiting > 0
      ? t("sync.offlineWaiting", { n })
      : t("sync.offline");
  }
  const time = formatMoment(since, now);
  return status.waiting > 0
    ? t("sync.offlineWaitingSince", { n, time })
    : t("sync.offlineSince", { time });
}

/** When the first of the unbroken row of failed runs began; null when none is remembered. */
function offlineSince(status: SyncStatus): number | null {
  const ordered = [...status.runs].sort((a, b) => b.at - a.at);
  let since: number | null = null;
  for (const run of ordered) {
    if (run.ok) break;
    since = run.at;
  }
  return since;
}
