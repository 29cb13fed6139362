import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { SearchAnswer } from "../../local-store/store.ts";

/** What the search answers to a text; while a new one is on its way, the last one stays. Null = nothing was asked. */
export function useSearch(text: string, limit: number): SearchAnswer | null {
  const { search } = useLocalStore();
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  useEffect(() => {
    if (text === "") {
      setAnswer(null);
      return undefined;
    }
    return search.search({ text, limit }, setAnswer);
  }, [search, text, limit]);
  return text === "" ? null : answer;
}
