import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ListFilter } from "../../local-store/store.ts";

/** While a sync brings thousands of changes, figures that jump every instant say less than a calm one. */
const EVERY_MS = 400;

/** How many contacts each of these finds, kept current; null until first known. `filters` is new when they change. */
export function useViewCounts(
  filters: readonly ListFilter[],
): readonly number[] | null {
  const { list } = useLocalStore();
  const [counts, setCounts] = useState<{
    readonly of: readonly ListFilter[];
    readonly counts: readonly number[];
  } | null>(null);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again = false;
    const read = () => {
      if (timer !== undefined) {
        again = true;
        return;
      }
      timer = setTimeout(() => {
        timer = undefined;
        if (!again) return;
        again = false;
        read();
      }, EVERY_MS);
      void list.countsOf(filters).then((now) => {
        if (current) setCounts({ of: filters, counts: now });
      });
    };
    read();
    const stop = list.subscribe(read);
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [list, filters]);
  // Figures of other filters say nothing of these; of as many they are the old ones of the same views.
  return counts && counts.counts.length === filters.length
    ? counts.counts
    : null;
}
