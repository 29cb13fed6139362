import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type {
  ContactList,
  ContactRow,
  ListQuery,
} from "../../local-store/store.ts";

const PAGE = 100;

export interface ContactWindow {
  /** Null until the first answer. */
  readonly total: number | null;
  row(index: number): ContactRow | undefined;
  /** The list tells which rows are in sight; missing ones are fetched. */
  show(first: number, last: number): void;
}

/**
 * The rows of a query, page by page, as they come into sight. While a new query or a change is being answered the old
 * rows stay: nothing flickers.
 */
export function useContactWindow(
  list: ContactList,
  query: ListQuery,
): ContactWindow {
  const pages = useRef(new Map<number, readonly ContactRow[]>());
  const sight = useRef({ first: 0, last: 30 });
  const round = useRef(0);
  const [total, setTotal] = useState<number | null>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const { text, kind, locale } = query;

  const load = useCallback(
    async (fresh: boolean) => {
      if (fresh) round.current += 1;
      const mine = round.current;
      const from = Math.floor(sight.current.first / PAGE);
      const to = Math.floor(sight.current.last / PAGE);
      const got = new Map<number, readonly ContactRow[]>();
      for (let page = from; page <= to; page++) {
        if (!fresh && pages.current.has(page)) continue;
        const start = page * PAGE;
        const answer = await list.query(
          { text, kind, locale },
          start,
          start + PAGE,
        );
        if (mine !== round.current) return;
        got.set(page, answer.rows);
        setTotal(answer.total);
      }
      if (fresh) pages.current = got;
      else for (const [page, rows] of got) pages.current.set(page, rows);
      if (got.size > 0) redraw();
    },
    [list, text, kind, locale],
  );

  useEffect(() => {
    void load(true);
    return list.subscribe(() => void load(true));
  }, [list, load]);

  return {
    total,
    row: (index) => pages.current.get(Math.floor(index / PAGE))?.[index % PAGE],
    show(first, last) {
      const { current } = sight;
      if (current.first === first && current.last === last) return;
      sight.current = { first, last };
      void load(false);
    },
  };
}
