import { useEffect, useState, useSyncExternalStore } from "react";
import type { ListQuery } from "../../local-store/store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { createRowWindow, type Rows, type RowWindow } from "./row-window.ts";

/** The rows of a query, kept current; `query` is a new object when something else is asked for. */
export function useRows(query: ListQuery): {
  readonly rows: Rows;
  readonly show: RowWindow["show"];
} {
  const { list } = useLocalStore();
  const [window] = useState(() => createRowWindow(list, query));
  useEffect(() => window.ask(query), [window, query]);
  useEffect(() => list.subscribe(window.refresh), [list, window]);
  const rows = useSyncExternalStore(window.subscribe, window.rows);
  return { rows, show: window.show };
}
