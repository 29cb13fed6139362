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
  readonly stale: boolean;
}

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
  let rows = of.known ?? null;
  /** By place: 1 = begins a group. */
  let begins: Uint8Array | null = null;
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
  function merge(old: Uint32Array): Uint32Array {
    const staying = new Uint32Array(old.length);
    let count = 0;
    for (const row of old) if (!dirty.has(row)) staying[count++] = row;
    const texts = new Map(
      [...dirty].filter(isHere).map((row) => [row, text(row)]),
    );
    const coming = [...texts].sort(([a, textA], [b, textB]) => {
      const order = compare(textA, textB);
      return order === 0 ? tie(a, b) : order;
    });
    const merged = new Uint32Array(count + coming.length);
    let from = 0;
    let at = 0;
    for (const [row, key] of coming) {
      let low = from;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(row, key, staying[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      merged.set(staying.subarray(from, low), at);
      at += low - from;
      merged[at++] = row;
      from = low;
    }
    merged.set(staying.subarray(from, count), at);
    return merged;
  }
  /** Where the groups begin, in the order that was, is known; only beside what changed texts are compared. */
  function beginnings(
    now: Uint32Array,
    old: Uint32Array | null,
    known: Uint8Array | null,
  ): Uint8Array {
    const found = new Uint8Array(now.length);
    let place = 0;
    for (let i = 0; i < now.length; i++) {
      const row = now[i] ?? 0;
      const before = now[i - 1] ?? 0;
      if (old && known && !dirty.has(row) && i > 0 && !dirty.has(before)) {
        while (old[place] !== row) place++;
        if (old[place - 1] === before) {
          found[i] = known[place] ?? 0;
          continue;
        }
      }
      const begin = i === 0 || compare(text(before), text(row)) !== 0;
      found[i] = begin ? 1 : 0;
    }
    return found;
  }

  function update(wantGroups: boolean): Uint32Array {
    const old = rows;
    const isFew = old !== null && dirty.size < old.length / 4 + 64;
    if (rows === null || (dirty.size > 0 && !isFew)) rows = sortAll();
    else if (dirty.size > 0) rows = merge(rows);
    if (dirty.size > 0 || old === null) {
      // Only kept up where somebody wants them.
      begins = begins && isFew ? beginnings(rows, old, begins) : null;
      groups = null;
    }
    dirty.clear();
    if (wantGroups && groups === null) {
      begins ??= beginnings(rows, null, null);
      groups = grown(new Uint32Array(), of.size());
      groupCount = 0;
      for (let i = 0; i < rows.length; i++) {
        groupCount += begins[i] ?? 0;
        groups[rows[i] ?? 0] = groupCount - 1;
      }
    }
    return rows;
  }
  return {
    get rows() {
      return update(false);
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
    get stale() {
      return rows === null || dirty.size > 0;
    },
  };
}
