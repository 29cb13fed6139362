import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Double } from "../../local-store/store.ts";
import { useDuplicateSetUp } from "./set-up.ts";

const SHOWN = 3;
/** Whoever types is looked after when they pause for a moment. */
const PAUSE_MS = 120;

/** A contact, or what is typed of one so far. */
export type Draft = Readonly<Record<string, unknown>>;

/** DUP-5, DUP-6: who may be the same as this one, kept up to date; nothing where the company looks for nothing. */
export function useDoubles(draft: Draft): readonly Double[] {
  const { list } = useLocalStore();
  const setUp = useDuplicateSetUp();
  const [found, setFound] = useState<readonly Double[]>([]);
  const key = JSON.stringify(draft);
  useEffect(() => {
    if (!setUp?.autosearch || !setUp.strings) {
      setFound([]);
      return undefined;
    }
    let current = true;
    const look = () =>
      void list.doubles(JSON.parse(key) as Draft, setUp, SHOWN).then(
        (doubles) => {
          if (current) setFound(doubles);
        },
        () => {},
      );
    const timer = setTimeout(look, PAUSE_MS);
    const stop = list.subscribe(look);
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [list, setUp, key]);
  return found;
}
