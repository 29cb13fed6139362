import { grown } from "./columns/numbers.ts";

/**
 * The rows that are here in the order of a text column, kept while they change: what changed is taken out and put in
 * again when somebody asks, so that one edit costs a copy of the order and not a sort.
 */
export interface TextOrder {
  /** Row numbers in order. */
  readonly rows: Uint32Array;
  /** By row: which place its text has among the different texts, from 0. */
  readonly groups: Uint32Array;
  readonly groupCount: number;
  /** Its text may be another one, or it came or went. */
  changed(row: number): void;
}

interface Order {
  readonly rows: Uint32Array;
  /** By place: 1 = begins a group; null = nobody wants to know. */
  readonly begins: Uint8Array | null;
}

/** Changes of which each is looked for by itself. */
const FEW = 32;

export function createTextOrder(of: {
  readonly size: () => number;
  readonly isHere: (row: number) => boolean;
  readonly text: (row: number) => string;
  readonly compare: (a: string, b: string) => number;
  /** Of equal texts, which stands first. */
  readonly tie: (a: number, b: number) => number;
  /** An order that was stored with the rows. */
  readonly known?: Uint32Array | undefined;
}): TextOrder {
  const { isHere, text, compare, tie } = of;
  let order: Order | null = of.known ? { rows: of.known, begins: null } : null;
  let groups: Uint32Array | null = null;
  let groupCount = 0;
  const dirty = new Set<number>();

  function sortAll(): Uint32Array {
    const byText = new Map<string, number[]>();
    for (let row = 0; row < of.size(); row++) {
      if (!isHere(row)) continue;
      const key = text(row);
      const same = byText.get(key);
      if (same) same.push(row);
      else byText.set(key, [row]);
    }
    const sorted = new Uint32Array(
      [...byText.values()].reduce((sum, { length }) => sum + length, 0),
    );
    let at = 0;
    let before: { text: string; from: number } | null = null;
    for (const key of [...byText.keys()].sort(compare)) {
      const same = byText.get(key) ?? [];
      sorted.set(same, at);
      // Different signs may be one text to a language.
      if (before === null || compare(before.text, key) !== 0)
        before = { text: key, from: at };
      at += same.length;
      sorted.subarray(before.from, at).sort(tie);
    }
    return sorted;
  }

  function isBefore(a: number, textA: string, b: number): boolean {
    const order = compare(textA, text(b));
    return order === 0 ? tie(a, b) < 0 : order < 0;
  }
  /** The places, ascending, of what has changed. */
  function dirtyPlaces(old: Uint32Array): readonly number[] {
    // To look for a few is 200 times as fast as to look at all.
    if (dirty.size <= FEW)
      return Array.from(dirty, (row) => old.indexOf(row))
        .filter((place) => place >= 0)
        .toSorted((a, b) => a - b);
    const places: number[] = [];
    for (let place = 0; place < old.length; place++)
      if (dirty.has(old[place] ?? 0)) places.push(place);
    return places;
  }
  /** An order that is put together from pieces of another; only where two pieces meet texts are compared. */
  function joining(from: Order, length: number) {
    const order = {
      rows: new Uint32Array(length),
      begins: from.begins && new Uint8Array(length),
    };
    let at = 0;
    const meet = (place: number): void => {
      if (!order.begins) return;
      const [before, row] = [order.rows[place - 1], order.rows[place]];
      const begins =
        before === undefined || compare(text(before), text(row ?? 0)) !== 0;
      order.begins[place] = begins ? 1 : 0;
    };
    return {
      order,
      piece(start: number, end: number): void {
        if (start === end) return;
        order.rows.set(from.rows.subarray(start, end), at);
        if (from.begins)
          order.begins?.set(from.begins.subarray(start, end), at);
        meet(at);
        at += end - start;
      },
      row(row: number): void {
        order.rows[at] = row;
        meet(at);
        at += 1;
      },
    };
  }
  function merge(old: Order): Order {
    const gone = dirtyPlaces(old.rows);
    const staying = joining(old, old.rows.length - gone.length);
    let from = 0;
    for (const place of gone) {
      staying.piece(from, place);
      from = place + 1;
    }
    staying.piece(from, old.rows.length);

    const texts = new Map(
      [...dirty].filter(isHere).map((row) => [row, text(row)]),
    );
    const coming = [...texts].sort(([a, textA], [b, textB]) => {
      const order = compare(textA, textB);
      return order === 0 ? tie(a, b) : order;
    });
    const { rows } = staying.order;
    const merged = joining(staying.order, rows.length + coming.length);
    from = 0;
    for (const [row, key] of coming) {
      let low = from;
      let high = rows.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(row, key, rows[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      merged.piece(from, low);
      merged.row(row);
      from = low;
    }
    merged.piece(from, rows.length);
    return merged.order;
  }
  function beginnings(rows: Uint32Array): Uint8Array {
    let before: string | null = null;
    return Uint8Array.from(rows, (row) => {
      const own = text(row);
      const begins = before === null || compare(before, own) !== 0;
      before = own;
      return begins ? 1 : 0;
    });
  }

  function update(wantGroups: boolean): Order {
    const isFew = order !== null && dirty.size < order.rows.length / 4 + 64;
    if (order === null || (dirty.size > 0 && !isFew)) {
      order = { rows: sortAll(), begins: null };
      groups = null;
    } else if (dirty.size > 0) {
      order = merge(order);
      groups = null;
    }
    dirty.clear();
    if (wantGroups && groups === null) {
      const { rows } = order;
      // Only kept up where somebody wants them.
      const begins = order.begins ?? beginnings(rows);
      order = { rows, begins };
      groups = grown(new Uint32Array(), of.size());
      groupCount = 0;
      for (let i = 0; i < rows.length; i++) {
        groupCount += begins[i] ?? 0;
        groups[rows[i] ?? 0] = groupCount - 1;
      }
    }
    return order;
  }
  return {
    get rows() {
      return update(false).rows;
    },
    get groups() {
      update(true);
      return groups ?? new Uint32Array();
    },
    get groupCount() {
      update(true);
      return groupCount;
    },
    changed: (row) => void dirty.add(row),
  };
}
