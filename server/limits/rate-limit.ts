import type { Clock } from "../../shared/core/clock.ts";
import type {
  Counted,
  Rate,
  RequestCounts,
} from "../storage/request-counts.ts";

export interface RateLimit {
  /** Takes one, or answers how many whole seconds to wait for it. */
  take(who: Counted): Promise<number | null>;
}

/** Of each device, over all processes of one database. */
export function createSharedRateLimit(
  counts: Pick<RequestCounts, "take">,
  kind: string,
  rate: Rate,
): RateLimit {
  return {
    async take(who) {
      const waitMs = await counts.take(who, kind, rate);
      return waitMs === null ? null : Math.max(1, Math.ceil(waitMs / 1_000));
    },
  };
}

interface Bucket {
  left: number;
  atMs: number;
}

/** The same for a database that is this process's alone: buckets of `burst`, each filled up again at `perSecond`. */
export function createLocalRateLimit(
  clock: Clock,
  { perSecond, burst }: Rate,
): RateLimit {
  const buckets = new Map<string, Bucket>();

  function filled(bucket: Bucket, nowMs: number): number {
    // A clock that is set back fills nothing and takes nothing away.
    const passed = Math.max(0, nowMs - bucket.atMs) / 1_000;
    return Math.min(burst, bucket.left + passed * perSecond);
  }

  /** A full bucket says nothing: those who were here once do not stay in memory. */
  function forgetFull(nowMs: number): void {
    for (const [key, bucket] of buckets)
      if (filled(bucket, nowMs) >= burst) buckets.delete(key);
  }

  return {
    async take({ deviceId }) {
      const nowMs = clock.now();
      const known = buckets.get(deviceId);
      const left = known ? filled(known, nowMs) : burst;
      if (!known && buckets.size > 10_000) forgetFull(nowMs);
      const refused = left < 1;
      buckets.set(deviceId, { left: refused ? left : left - 1, atMs: nowMs });
      return refused ? Math.max(1, Math.ceil((1 - left) / perSecond)) : null;
    },
  };
}
