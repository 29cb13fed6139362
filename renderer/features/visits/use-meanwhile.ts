import { useEffect, useRef, useState } from "react";
import type { Meanwhile } from "../../../shared/domain/draft-meanwhile.ts";
import type { TypedVisit } from "../../../shared/domain/typed-visit.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { readMeanwhile } from "./read-meanwhile.ts";

/**
 * What has become of those whom a kept visit names.
 *
 * @param kept what was typed earlier and the form goes on with; null = nothing
 * @param onTold puts it right in the form
 */
export function useMeanwhile(
  kept: TypedVisit | null,
  onTold: (told: readonly Meanwhile[]) => void,
): readonly Meanwhile[] {
  const { store } = useLocalStore();
  const [told, setTold] = useState<readonly Meanwhile[]>([]);
  const latest = useRef(onTold);
  useEffect(() => {
    latest.current = onTold;
  });
  useEffect(() => {
    if (!kept) return undefined;
    let current = true;
    void readMeanwhile(store, kept).then((found) => {
      if (!current) return;
      setTold(found);
      if (found.length > 0) latest.current(found);
    });
    return () => {
      current = false;
    };
  }, [kept, store]);
  return told;
}
