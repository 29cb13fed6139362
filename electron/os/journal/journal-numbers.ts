import type { Journal } from "./journal.ts";
import type { JournalKeeper } from "./journal-keeper.ts";
import {
  countLeft,
  formatNumber,
  nextNumber,
  NO_NUMBERS,
} from "./number-ranges.ts";

/** Leased numbers: taken one by one, each on disk before it is given. */
export function journalNumbers({
  memory,
  tryToKeep,
}: JournalKeeper): Pick<Journal, "takeNumber" | "numbersLeft" | "addLease"> {
  return {
    takeNumber: async (series) => {
      const taken = await tryToKeep(({ numbers }) => {
        const next = nextNumber(numbers[series] ?? NO_NUMBERS);
        if (next === null) return null;
        const no = formatNumber(next.format, next.n);
        return { k: "taken" as const, series, n: next.n, no };
      });
      return taken?.no ?? null;
    },

    numbersLeft: (series) =>
      countLeft(memory.counters.numbers[series] ?? NO_NUMBERS),

    addLease: async (lease, renewed = false) => {
      await tryToKeep(({ numbers }) => {
        if (renewed) return { k: "lease", lease, renewed };
        const known = numbers[lease.series]?.known ?? [];
        const again = known.some(
          ({ lo, hi }) => lo <= lease.lo && lease.hi <= hi,
        );
        return again ? null : { k: "lease", lease };
      });
      return countLeft(memory.counters.numbers[lease.series] ?? NO_NUMBERS);
    },
  };
}
