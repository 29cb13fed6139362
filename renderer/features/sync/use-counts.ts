import { useEffect, useState } from "react";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

type Counts = Readonly<Record<CollectionName, number>>;

/** A first sync changes thousands of records: counting after each of them would slow it down. */
const PAUSE_MS = 2000;

/** How many documents each collection holds; read again at most every two seconds. Null until the first answer. */
export function useCounts(): Counts | null {
  const { store } = useLocalStore();
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function read(): Promise<void> {
      timer = undefined;
      const answer = await store.counts();
      if (!stopped) setCounts(answer);
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
