import { grownWith } from "./numbers.ts";

/** Rows by what they belong to: the people of a company, the visits of a contact. Each row is in one list, or in none. */
export interface Lists {
  /** Takes it out of the list it was in; -1 = into none. */
  move(row: number, list: number): void;
  /** Newest member first; -1 = the list is empty. */
  first(list: number): number;
  /** -1 = it was the last. */
  next(row: number): number;
  listOf(row: number): number;
}

const NONE = -1;

export function createLists(): Lists {
  let heads = new Int32Array();
  let nexts = new Int32Array();
  let befores = new Int32Array();
  let lists = new Int32Array();

  function leave(row: number): void {
    const list = lists[row] ?? NONE;
    if (list === NONE) return;
    const next = nexts[row] ?? NONE;
    const before = befores[row] ?? NONE;
    if (before === NONE) heads[list] = next;
    else nexts[before] = next;
    if (next !== NONE) befores[next] = before;
  }
  return {
    move(row, list) {
      lists = grownWith(lists, row + 1, NONE);
      nexts = grownWith(nexts, row + 1, NONE);
      befores = grownWith(befores, row + 1, NONE);
      if (lists[row] === list) return;
      leave(row);
      lists[row] = list;
      if (list === NONE) return;
      heads = grownWith(heads, list + 1, NONE);
      const first = heads[list] ?? NONE;
      heads[list] = row;
      nexts[row] = first;
      befores[row] = NONE;
      if (first !== NONE) befores[first] = row;
    },
    first: (list) => heads[list] ?? NONE,
    next: (row) => nexts[row] ?? NONE,
    listOf: (row) => lists[row] ?? NONE,
  };
}
