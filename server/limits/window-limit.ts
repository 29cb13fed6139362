import type { Clock } from "../../shared/core/clock.ts";

/** For what counts only once it is complete. Of this process. */
export interface WindowLimit {
  /** Whole seconds until one more is allowed; null = now. */
  blockedFor(key: string): number | null;
  count(key: string): void;
}

/** At most `most` in any `windowMs`. */
export function createWindowLimit(
  clock: Clock,
  { most, windowMs }: { readonly most: number; readonly windowMs: number },
): WindowLimit {
  const counted = new Map<string, readonly number[]>();
  const recent = (key: string) =>
    (counted.get(key) ?? []).filter((at) => at > clock.now() - windowMs);
  return {
    blockedFor(key) {
      const times = recent(key);
      const first = times.at(-most);
      if (times.length < most || first === undefined) return null;
      return Math.max(1, Math.ceil((first + windowMs - clock.now()) / 1_000));
    },
    count(key) {
      if (counted.size > 10_000)
        for (const known of counted.keys())
          if (recent(known).length === 0) counted.delete(known);
      counted.set(key, [...recent(key), clock.now()].slice(-most));
    },
  };
}
