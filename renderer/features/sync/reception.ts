import type { SyncProgress } from "../../../shared/sync/status.ts";

/** Before it nothing is said of how fast it goes. */
const SETTLED_MS = 2000;

/** How far a long reception is. */
export interface Reception {
  /** 0 to 1. */
  readonly part: number;
  readonly total: number;
  /** Documents a second; null = too early to tell. */
  readonly rate: number | null;
  /** Milliseconds; null = too early to tell. */
  readonly leftMs: number | null;
}

export function receptionOf(progress: SyncProgress, now: number): Reception {
  const { received, left, since } = progress;
  const total = received + left;
  const tookMs = now - since;
  const part = received / total;
  if (tookMs < SETTLED_MS || received === 0)
    return { part, total, rate: null, leftMs: null };
  const rate = (received * 1000) / tookMs;
  return { part, total, rate: Math.round(rate), leftMs: (left / rate) * 1000 };
}
