import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type SetStateAction,
} from "react";
import type { ContactList, ListQuery } from "../../local-store/store.ts";
import type { Cursor } from "./grid.tsx";
import type { RowWindow } from "./row-window.ts";
import { createTurns } from "./turns.ts";

/**
 * The row that the keys act on: the same contact after sorting, filtering and changes by others, as long as it is in the
 * list; then the place where it was. An open card takes the cursor with it.
 */
export function useCursor(
  list: Pick<ContactList, "indexOf">,
  query: ListQuery,
  window: RowWindow,
  openId: string | null,
) {
  const [cursor, put] = useState<Cursor>({
    id: openId,
    index: -1,
    column: 0,
  });
  const [turns] = useState(createTurns);
  const setCursor = useCallback(
    (next: SetStateAction<Cursor>) => {
      turns.take();
      put(next);
    },
    [turns],
  );
  useEffect(() => {
    if (openId !== null)
      put((now) =>
        now.id === openId ? now : { ...now, id: openId, index: -1 },
      );
  }, [openId]);
  const { id, index } = cursor;
  // Drawn anew only with rows that the cursor is not found in: whoever scrolls has others come all the time.
  const missedIn = useSyncExternalStore(window.subscribe, () => {
    if (id === null) return null;
    const rows = window.rows();
    const row = rows.row(index);
    const isThere = index >= 0 && (row === undefined || row.id === id);
    return isThere ? null : rows;
  });
  const found = useRef<ListQuery | null>(null);
  useEffect(() => {
    if (id === null || (!missedIn && found.current === query)) return undefined;
    let current = true;
    void list.indexOf(query, id).then((place) => {
      if (!current) return;
      found.current = query;
      put((now) =>
        now.id === id && now.index !== place ? { ...now, index: place } : now,
      );
    });
    return () => {
      current = false;
    };
  }, [list, query, id, missedIn]);
  return { cursor, setCursor, turns };
}
