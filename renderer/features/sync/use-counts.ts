import { useEffect, useState } from "react";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import { LAST_OPENED_ID } from "../../local-store/last-opened.ts";
import { isBehindForms } from "../../local-store/past-imports.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

type Counts = Readonly<Record<CollectionName, number>>;

/** A first sync changes thousands of records: counting after each of them would slow it down. */
const PAUSE_MS = 2000;
/** Forms come first in the order of ids. */
const MOST_FORMS = 500;

/** How many documents each collection holds; read again at most every two seconds. Null until the first answer. */
export function useCounts(): Counts | null {
  const { store } = useLocalStore();
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function read(): Promise<void> {
      timer = undefined;
      const [answer, kept] = await Promise.all([
        store.counts(),
        store.all("drafts", MOST_FORMS),
      ]);
      // Which cards were opened, which files imported and what was done here is nothing that somebody has typed.
      const forms = kept.filter(
        ({ id }) => id !== LAST_OPENED_ID && !isBehindForms(id),
      );
      if (!stopped) setCounts({ ...answer, drafts: forms.length });
    }
    void read();
    const stop = store.subscribe(() => {
      timer ??= setTimeout(() => void read(), PAUSE_MS);
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return counts;
}
