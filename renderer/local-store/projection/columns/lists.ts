import { grown } from "./numbers.ts";

/**
 * Rows by what they belong to: the people of a company, the visits of a contact. Each row is in one list, or in none;
 * whose list it is in is known to whoever moves it.
 */
export interface Lists {
  /** -1 = it is in none, or shall be. */
  move(row: number, from: number, to: number): void;
  /** Newest member first; -1 = the list is empty. */
  first(list: number): number;
  /** -1 = it was the last. */
  next(row: number): number;
}

const NONE = -1;

/** @param rows that are going to be put into lists at once */
export function createLists(rows = 0): Lists {
  // Rows plus one, so that what was never written takes no memory; 0 = none.
  let heads = new Uint32Array();
  let nexts = new Uint32Array(rows);
  let befores = new Uint32Array(rows);

  function leave(row: number, list: number): void {
    const next = nexts[row] ?? 0;
    const before = befores[row] ?? 0;
    if (before === 0) heads[list] = next;
    else nexts[before - 1] = next;
    if (next !== 0) befores[next - 1] = before;
  }
  return {
    move(row, from, to) {
      if (from === to) return;
      if (from !== NONE) leave(row, from);
      if (to === NONE) return;
      nexts = grown(nexts, row + 1);
      befores = grown(befores, row + 1);
      heads = grown(heads, to + 1);
      const first = heads[to] ?? 0;
      heads[to] = row + 1;
      nexts[row] = first;
      befores[row] = 0;
      if (first !== 0) befores[first - 1] = row + 1;
    },
    first: (list) => (heads[list] ?? 0) - 1,
    next: (row) => (nexts[row] ?? 0) - 1,
  };
}
