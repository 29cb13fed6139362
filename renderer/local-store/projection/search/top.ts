/** The best few of many rows, and how many there were. */
export interface Top {
  add(row: number, score: number): void;
  readonly total: number;
  /** Best first. */
  rows(): readonly number[];
}

/** @param placeOf of equal scores the lower place is better */
export function createTop(
  limit: number,
  placeOf: (row: number) => number,
): Top {
  const best: { readonly row: number; readonly score: number }[] = [];
  let total = 0;

  function isBetter(
    a: { readonly row: number; readonly score: number },
    b: { readonly row: number; readonly score: number },
  ): boolean {
    if (a.score !== b.score) return a.score > b.score;
    return placeOf(a.row) < placeOf(b.row);
  }
  return {
    add(row, score) {
      total += 1;
      const last = best.at(-1);
      const one = { row, score };
      if (best.length >= limit && (!last || !isBetter(one, last))) return;
      let at = best.length;
      while (at > 0 && isBetter(one, best[at - 1] ?? one)) at -= 1;
      best.splice(at, 0, one);
      if (best.length > limit) best.pop();
    },
    get total() {
      return total;
    },
    rows: () => best.map(({ row }) => row),
  };
}
