import { useEffect, useState, useSyncExternalStore } from "react";
import type { ListQuery } from "../../local-store/store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { createRowWindow, type Rows, type RowWindow } from "./row-window.ts";

/** The rows of a query, kept current; `query` is a new object when something else is asked for. */
export function useRowWindow(query: ListQuery): RowWindow {
  const { list } = useLocalStore();
  const [window] = useState(() => createRowWindow(list, query));
  useEffect(() => window.ask(query), [window, query]);
  useEffect(() => list.subscribe(window.refresh), [list, window]);
  return window;
}

/** For what draws the rows: whoever scrolls has them come all the time. */
export function useRows(window: RowWindow): Rows {
  return useSyncExternalStore(window.subscribe, window.rows);
}

/** For what stands around them. */
export function useTotal(window: RowWindow): number | null {
  return useSyncExternalStore(window.subscribe, () => window.rows().total);
}
