/** Search strings of many contacts as sums, `width` of them for each contact in turn; 0 = no string. */
export interface StringSums {
  readonly sums: Uint32Array;
  readonly width: number;
}

/** DUP-3: how many strings two contacts share, by their places. */
export function sharedSums(
  { sums, width }: StringSums,
  a: number,
  b: number,
): number {
  let shared = 0;
  for (let i = 0; i < width; i++) {
    const one = sums[a * width + i] ?? 0;
    if (one !== 0 && one === sums[b * width + i]) shared += 1;
  }
  return shared;
}

/**
 * Every pair that shares at least so many strings, without comparing all with all: who shares `needed` of `width` strings
 * shares at least one of any `width - needed + 1`, and of those the ones that tell most apart are looked at. Yields now
 * and then how far it is, from 0 to 1.
 */
export function* scanStrings(
  all: StringSums,
  needed: number,
): Generator<number, readonly (readonly [number, number])[]> {
  const { sums, width } = all;
  const blocks: { readonly column: number; pairs: number; rows: number[][] }[] =
    [];
  for (let column = 0; column < width; column++) {
    const bySum = new Map<number, number[]>();
    for (let row = 0; row * width < sums.length; row++) {
      const sum = sums[row * width + column] ?? 0;
      if (sum === 0) continue;
      const block = bySum.get(sum);
      if (block) block.push(row);
      else bySum.set(sum, [row]);
    }
    const rows = [...bySum.values()].filter(({ length }) => length > 1);
    const pairs = rows.reduce((n, { length }) => n + length ** 2, 0);
    blocks.push({ column, pairs, rows });
    yield (column / width) * 0.3;
  }
  const chosen = blocks
    .sort((a, b) => a.pairs - b.pairs || a.column - b.column)
    .slice(0, width - needed + 1);
  const found: (readonly [number, number])[] = [];
  const total = chosen.reduce((n, { pairs }) => n + pairs, 0) + 1;
  let done = 0;
  let told = 0;
  for (const [i, { rows }] of chosen.entries()) {
    const before = chosen.slice(0, i).map(({ column }) => column);
    for (const block of rows) {
      for (let x = 0; x < block.length; x++) {
        const a = block[x] ?? 0;
        for (const b of block.slice(x + 1)) {
          if (before.some((column) => agree(a, b, column))) continue;
          if (sharedSums(all, a, b) >= needed) found.push([a, b]);
        }
        done += block.length;
        if (done - told < 200_000) continue;
        told = done;
        yield 0.3 + (done / total) * 0.7;
      }
    }
  }
  return found;

  function agree(a: number, b: number, column: number): boolean {
    const one = sums[a * width + column] ?? 0;
    return one !== 0 && one === sums[b * width + column];
  }
}
