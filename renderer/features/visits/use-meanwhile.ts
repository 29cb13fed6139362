import { useCallback, useEffect, useRef, useState } from "react";
import type { Meanwhile } from "../../../shared/domain/draft-meanwhile.ts";
import type { TypedVisit } from "../../../shared/domain/typed-visit.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { readMeanwhile } from "./read-meanwhile.ts";

/**
 * What has become of those whom a kept visit names.
 *
 * @param kept what the form was opened with; null = nothing was kept
 * @param onTold puts it right in the form
 */
export function useMeanwhile(
  kept: TypedVisit | null,
  onTold: (told: readonly Meanwhile[]) => void,
) {
  const { store } = useLocalStore();
  const [told, setTold] = useState<readonly Meanwhile[]>([]);
  const [first] = useState(kept);
  const latest = useRef(onTold);
  useEffect(() => {
    latest.current = onTold;
  });
  const look = useCallback(
    async (values: TypedVisit): Promise<void> => {
      const found = await readMeanwhile(store, values);
      setTold(found);
      if (found.length > 0) latest.current(found);
    },
    [store],
  );
  useEffect(() => {
    if (first) void look(first);
  }, [first, look]);
  return { told, look };
}
