import { useMemo, useRef, useSyncExternalStore } from "react";
import type { LiveQuery, LiveState } from "./live-query.ts";
import { answerTo } from "./shared-answers.ts";
import { useLocalStore } from "./store-context.ts";

/**
 * A query as React state: `loading`, then `ready` and kept up to date with every change, own or pulled. A new `key` is
 * a new query. A reading that fails is thrown to the error boundary.
 */
export function useLive<T>(
  query: LiveQuery<T>,
): Exclude<LiveState<T>, { readonly status: "failed" }> {
  const { store } = useLocalStore();
  const latest = useRef(query);
  latest.current = query;
  const { key } = query;
  const answer = useMemo(
    () => answerTo(store, { ...latest.current, key }),
    [store, key],
  );
  const state = useSyncExternalStore(answer.subscribe, answer.state);
  if (state.status === "failed") throw state.error;
  return state;
}
