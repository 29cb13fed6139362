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
  /** Says anew whether a group begins at a place. */
  function meet({ rows, begins }: Order, place: number): void {
    const row = rows[place];
    if (begins === null || row === undefined) return;
    const before = rows[place - 1];
    const isNew =
      before === undefined || compare(text(before), text(row)) !== 0;
    begins[place] = isNew ? 1 : 0;
  }
  function isSorted(rows: Uint32Array, place: number): boolean {
    const [row, next] = [rows[place], rows[place + 1]];
    if (row === undefined || next === undefined) return true;
    return isBefore(row, text(row), next);
  }
  function merge(old: Order): Order {
    const gone = dirtyPlaces(old.rows);
    const coming = [...dirty].filter(isHere);
    const stays = (place: number) =>
      isSorted(old.rows, place - 1) && isSorted(old.rows, place);
    // Most changes leave a row where it is; most of what a change costs is memory for another order.
    const isSame =
      gone.length === dirty.size &&
      coming.length === dirty.size &&
      gone.every(stays);
    if (isSame) {
      for (const place of gone) {
        meet(old, place);
        meet(old, place + 1);
      }
      return old;
    }
    const merged = without(old, gone, coming.length);
    putIn(merged, old.rows.length - gone.length, coming);
    return merged;
  }
  /** An order without some places, with room at its end. */
  function without(old: Order, gone: readonly number[], room: number): Order {
    const rows = new Uint32Array(old.rows.length - gone.length + room);
    const begins = old.begins && new Uint8Array(rows.length);
    let from = 0;
    for (const [i, place] of [...gone, old.rows.length].entries()) {
      rows.set(old.rows.subarray(from, place), from - i);
      if (old.begins) begins?.set(old.begins.subarray(from, place), from - i);
      from = place + 1;
    }
    for (const [i, place] of gone.entries()) meet({ rows, begins }, place - i);
    return { rows, begins };
  }
  /** Puts rows among the first `stay` ones; there is room for them. */
  function putIn(order: Order, stay: number, coming: readonly number[]): void {
    const { rows, begins } = order;
    const texts = new Map(coming.map((row) => [row, text(row)]));
    const sorted = [...texts].sort(([a, textA], [b, textB]) => {
      const byText = compare(textA, textB);
      return byText === 0 ? tie(a, b) : byText;
    });
    let from = 0;
    const places = sorted.map(([row, key]) => {
      let high = stay;
      while (from < high) {
        const middle = (from + high) >> 1;
        if (isBefore(row, key, rows[middle] ?? 0)) high = middle;
        else from = middle + 1;
      }
      return { row, place: from };
    });
    let end = stay;
    for (const [i, { row, place }] of [...places.entries()].toReversed()) {
      rows.copyWithin(place + i + 1, place, end);
      begins?.copyWithin(place + i + 1, place, end);
      rows[place + i] = row;
      end = place;
    }
    for (const [i, { place }] of places.entries()) {
      meet(order, place + i);
      meet(order, place + i + 1);
    }
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
