import { useCallback, useMemo, useState } from "react";
import type { ContactList, ListQuery } from "../../local-store/store.ts";
import type { GridClick } from "./grid.tsx";
import {
  NOTHING,
  toggled,
  withAll,
  withRange,
  type Selection,
} from "./selection.ts";

/** Ranges beyond this are read as ids, without their rows. */
const ROWS_MAX = 500;

/** Chosen contacts of a list; what is chosen stays so in every other order, filter and view until it is let go. */
export function useSelection(
  list: Pick<ContactList, "query" | "ids" | "indexOf">,
  query: ListQuery,
) {
  const [selection, setSelection] = useState<Selection>(NOTHING);

  const idsBetween = useCallback(
    async (from: number, to: number): Promise<readonly string[]> => {
      const [first, last] = from < to ? [from, to] : [to, from];
      if (last - first >= ROWS_MAX)
        return (await list.ids(query)).slice(first, last + 1);
      const { rows } = await list.query(query, first, last + 1);
      return rows.map(({ id }) => id);
    },
    [list, query],
  );

  return useMemo(() => {
    const extend = async (
      now: Selection,
      to: number,
      added: boolean,
      start: string | null,
    ) => {
      const anchor = now.anchor ?? start;
      const from = anchor === null ? to : await list.indexOf(query, anchor);
      const range = await idsBetween(from < 0 ? to : from, to);
      setSelection(withRange({ ...now, anchor }, range, added));
    };
    return {
      ...selection,
      toggle: (id: string) => setSelection((now) => toggled(now, id)),
      /** From the anchor, or from `start` when nothing was chosen yet. */
      extend: (to: number, start: string | null) =>
        void extend(selection, to, false, start),
      click(id: string, index: number, how: Exclude<GridClick, "plain">) {
        if (how === "toggle") setSelection(toggled(selection, id));
        else void extend(selection, index, how === "range-added", id);
      },
      async all() {
        const ids = await list.ids(query);
        setSelection((now) => withAll(now, ids));
      },
      clear: () => setSelection(NOTHING),
    };
  }, [selection, list, query, idsBetween]);
}
