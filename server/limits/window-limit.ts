import type { Clock } from "../../shared/core/clock.ts";
import type { Counted, RequestCounts } from "../storage/request-counts.ts";

/** For what counts only once it is complete. */
export interface WindowLimit {
  /** Whole seconds until one more is allowed; null = now. */
  blockedFor(who: Counted): Promise<number | null>;
  /** Takes effect with the next question of this process, whatever the database does meanwhile. */
  count(who: Counted): void;
}

/** At most `most` in any `windowMs`, over all processes. */
export function createWindowLimit(
  deps: {
    readonly counts: Pick<RequestCounts, "addDone" | "doneSince">;
    readonly clock: Clock;
    readonly newId: () => string;
  },
  { most, windowMs }: { readonly most: number; readonly windowMs: number },
): WindowLimit {
  const { counts, clock, newId } = deps;
  const writing = new Set<Promise<void>>();
  return {
    async blockedFor(who) {
      await Promise.all(writing);
      const nowMs = clock.now();
      const times = await counts.doneSince(who, nowMs - windowMs, most);
      const first = times[most - 1];
      if (first === undefined) return null;
      return Math.max(1, Math.ceil((first + windowMs - nowMs) / 1_000));
    },
    count({ tenantId, deviceId }) {
      const atMs = clock.now();
      const work = counts
        .addDone({ tenantId, deviceId }, { id: newId(), atMs }, atMs - windowMs)
        // One that the database could not take is not counted; what was fetched was fetched.
        .catch(() => {})
        .finally(() => writing.delete(work));
      writing.add(work);
    },
  };
}
