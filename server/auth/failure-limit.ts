import type { Clock } from "../../shared/core/clock.ts";

/** Counts failures per address in a sliding minute; successes cost nothing. */
export interface FailureLimit {
  /** Seconds to wait, or null when the address may try. */
  blockedFor(address: string): number | null;
  failed(address: string): void;
}

export function createFailureLimit(
  clock: Clock,
  perMinute: number,
): FailureLimit {
  const failures = new Map<string, number[]>();

  function recent(address: string): number[] {
    const since = clock.now() - 60_000;
    const times = (failures.get(address) ?? []).filter((at) => at > since);
    if (times.length > 0) failures.set(address, times);
    else failures.delete(address);
    return times;
  }

  return {
    blockedFor(address) {
      const times = recent(address);
      const first = times[0];
      if (times.length < perMinute || first === undefined) return null;
      return Math.max(1, Math.ceil((first + 60_000 - clock.now()) / 1000));
    },
    failed(address) {
      // Forgets addresses that went quiet, so that a scan from many does not fill the memory.
      if (failures.size > 10_000)
        for (const old of failures.keys()) recent(old);
      failures.set(address, [...recent(address), clock.now()]);
    },
  };
}
