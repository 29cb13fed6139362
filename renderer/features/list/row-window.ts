import type {
  ContactList,
  ContactRow,
  ListQuery,
} from "../../local-store/store.ts";

const PAGE = 100;
/** Pages that are kept around what is in sight: 6,000 rows. */
const PAGES_KEPT = 60;
/** Rows are read before they come into sight. */
const STEPS_AHEAD = 3;

export interface Rows {
  /** Null until the first answer. */
  readonly total: number | null;
  row(index: number): ContactRow | undefined;
}

/**
 * The rows of a query, page by page, as they come into sight: one question at a time, and always for what is in sight
 * now, however fast one scrolls. While a new query or a change is being answered the old rows stay: nothing flickers.
 */
export interface RowWindow {
  /** A new object after each change. */
  rows(): Rows;
  /** As it is now. */
  row(index: number): ContactRow | undefined;
  ask(query: ListQuery): void;
  show(first: number, last: number): void;
  /** Something has changed: what is in sight is read again. */
  refresh(): void;
  subscribe(listener: () => void): () => void;
}

type Pages = ReadonlyMap<number, readonly ContactRow[]>;

export function createRowWindow(
  list: Pick<ContactList, "query">,
  first: ListQuery,
): RowWindow {
  const listeners = new Set<() => void>();
  let query = first;
  let pages: Pages = new Map();
  let total: number | null = null;
  let rows: Rows = { total, row: () => undefined };
  let sight = { first: 0, last: 30 };
  /** Where one will be soon, scrolling on like this. */
  let ahead = sight;
  /** Somebody wanted to draw rows of these, and they were not there. */
  const missed = new Set<number>();
  /** What has been read is older than the list. */
  let stale = true;
  let reading = false;

  function pagesOf({ first, last }: typeof sight): readonly number[] {
    const from = Math.max(0, Math.floor(first / PAGE));
    const to = Math.floor(last / PAGE);
    return Array.from(
      { length: Math.max(0, to - from + 1) },
      (_, i) => from + i,
    );
  }
  /** What is in sight before what will be. */
  function wantedPages(): readonly number[] {
    if (stale) return pagesOf(sight);
    const isMissing = (page: number) => !pages.has(page);
    const here = pagesOf(sight).filter(isMissing);
    if (here.length > 0 || total === null) return here;
    const end = Math.ceil(total / PAGE);
    return pagesOf(ahead).filter((page) => page < end && isMissing(page));
  }

  /** Also what has been read since the last drawing: nobody is told of it, and whoever scrolls there finds it. */
  function row(index: number): ContactRow | undefined {
    const page = Math.floor(index / PAGE);
    const found = pages.get(page);
    if (!found) missed.add(page);
    return found?.[index % PAGE];
  }

  /** What came before it was drawn, as most does that is read ahead, is not drawn once more. */
  function isDue(): boolean {
    return pagesOf(sight).some((page) => missed.has(page) && pages.has(page));
  }

  function draw(): void {
    missed.clear();
    rows = { total, row };
    for (const listener of listeners) listener();
  }

  async function readSight(): Promise<void> {
    const asked = query;
    const fresh = stale;
    const wanted = wantedPages();
    stale = false;
    const got = new Map<number, readonly ContactRow[]>();
    let found = total;
    for (const page of wanted) {
      const answer = await list.query(asked, page * PAGE, (page + 1) * PAGE);
      // Something else is asked for by now.
      if (asked !== query) return;
      found = answer.total;
      got.set(page, answer.rows);
    }
    const kept = fresh ? [] : [...pages].slice(-PAGES_KEPT);
    pages = new Map([...kept, ...got]);
    const isOther = fresh || found !== total;
    total = found;
    // Whoever scrolls fast is past most rows before they come: to draw the list once more for them is work for nothing.
    if (isOther || isDue()) draw();
  }

  async function read(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      while (stale || wantedPages().length > 0) await readSight();
    } catch {
      // A list that cannot be read is told of where the store is opened; the rows that are there stay.
      stale = false;
    } finally {
      reading = false;
    }
  }

  return {
    rows: () => rows,
    row,
    ask(next) {
      query = next;
      stale = true;
      void read();
    },
    show(from, to) {
      if (sight.first === from && sight.last === to) return;
      const step = from - sight.first;
      sight = { first: from, last: to };
      const far = Math.abs(step) > PAGE ? 0 : step * STEPS_AHEAD;
      ahead = { first: from + far, last: to + far };
      if (isDue()) draw();
      void read();
    },
    refresh() {
      stale = true;
      void read();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
