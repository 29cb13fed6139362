import { useEffect, useState } from "react";
import type { ContactList, ListQuery } from "../../local-store/store.ts";

type Counts = Readonly<Record<ListQuery["kind"], number>>;

/** How many of each kind the filter finds, kept current; null until first known. */
export function useKindCounts(list: ContactList, text: string): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    let current = true;
    const read = () =>
      void list.counts(text).then((now) => {
        if (current) setCounts(now);
      });
    read();
    const stop = list.subscribe(read);
    return () => {
      current = false;
      stop();
    };
  }, [list, text]);
  return counts;
}
