import { useCallback } from "react";
import { useLocalStore } from "./store-context.ts";
import type { ContactRow } from "./store.ts";

const HITS = 20;

/** Finds contacts by a few letters; the same function while its answers would be the same. */
export function useContactSearch(
  language: string,
): (text: string) => Promise<readonly ContactRow[]> {
  const { list } = useLocalStore();
  return useCallback(
    async (text) => {
      const query = { text, kind: "all" as const, locale: language };
      return (await list.query(query, 0, HITS)).rows;
    },
    [list, language],
  );
}
