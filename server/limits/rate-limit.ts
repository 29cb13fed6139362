import type { Clock } from "../../shared/core/clock.ts";

export interface RateLimit {
  /** Takes one, or answers how many whole seconds to wait for it. */
  take(key: string): number | null;
}

interface Bucket {
  left: number;
  atMs: number;
}

/** Buckets of `burst`, each filled up again at `perSecond`. Of this process: several make the rate as many times. */
export function createRateLimit(
  clock: Clock,
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
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
    take(key) {
      const nowMs = clock.now();
      const known = buckets.get(key);
      const left = known ? filled(known, nowMs) : burst;
      if (!known && buckets.size > 10_000) forgetFull(nowMs);
      const refused = left < 1;
      buckets.set(key, { left: refused ? left : left - 1, atMs: nowMs });
      return refused ? Math.max(1, Math.ceil((1 - left) / perSecond)) : null;
    },
  };
}
