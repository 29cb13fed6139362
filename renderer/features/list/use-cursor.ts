import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type SetStateAction,
} from "react";
import type { ContactList, ListQuery } from "../../local-store/store.ts";
import type { Cursor } from "./grid.tsx";
import type { Rows } from "./row-window.ts";
import { createTurns } from "./turns.ts";

/**
 * The row that the keys act on: the same contact after sorting, filtering and changes by others, as long as it is in the
 * list; then the place where it was. An open card takes the cursor with it.
 */
export function useCursor(
  list: Pick<ContactList, "indexOf">,
  query: ListQuery,
  rows: Rows,
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
  const row = rows.row(index);
  const isThere =
    id === null || (index >= 0 && (row === undefined || row.id === id));
  const found = useRef<ListQuery | null>(null);
  useEffect(() => {
    if (id === null || (isThere && found.current === query)) return undefined;
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
  }, [list, query, rows, id, isThere]);
  return { cursor, setCursor, turns };
}
