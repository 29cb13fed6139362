/** The best few of many rows, and how many there were. */
export interface Top {
  add(row: number, score: number): void;
  readonly total: number;
  /** Best first. */
  rows(): readonly number[];
}

/**
 * One letter finds most documents: a row that is not among the best costs one comparison and no memory.
 *
 * @param placeOf of equal scores the lower place is better, of equal places what came first
 */
export function createTop(
  limit: number,
  placeOf: (row: number) => number,
): Top {
  const rows = new Uint32Array(limit);
  const scores = new Float64Array(limit);
  const places = new Float64Array(limit);
  let size = 0;
  let total = 0;

  function isWorse(at: number, score: number, place: number): boolean {
    const other = scores[at] ?? 0;
    return other < score || (other === score && (places[at] ?? 0) > place);
  }
  return {
    add(row, score) {
      total += 1;
      if (size === limit && score < (scores[limit - 1] ?? Infinity)) return;
      const place = placeOf(row);
      if (size === limit && !isWorse(limit - 1, score, place)) return;
      let at = size < limit ? size++ : limit - 1;
      for (; at > 0 && isWorse(at - 1, score, place); at--) {
        rows[at] = rows[at - 1] ?? 0;
        scores[at] = scores[at - 1] ?? 0;
        places[at] = places[at - 1] ?? 0;
      }
      rows[at] = row;
      scores[at] = score;
      places[at] = place;
    },
    get total() {
      return total;
    },
    rows: () => Array.from(rows.subarray(0, size)),
  };
}
