import { grownWith, type Numbers } from "./numbers.ts";

/** From the narrowest on: a column is of the first that holds all its numbers. */
const KINDS = [
  [Uint8Array, 0, 255],
  [Int8Array, -128, 127],
  [Uint16Array, 0, 65_535],
  [Int16Array, -32_768, 32_767],
  [Uint32Array, 0, 4_294_967_295],
  [Int32Array, -2_147_483_648, 2_147_483_647],
] as const;

/** The same with a number in a row; another column where the number or the row does not fit. Rows between are `empty`. */
export function withNumber(
  column: Numbers,
  row: number,
  value: number,
  empty = 0,
): Numbers {
  // A row that is not there says as much.
  if (value === empty && row >= column.length) return column;
  // Rows between are filled with `empty`, which has to fit as well.
  const wide = widened(widened(column, value), empty);
  const fitting = grownWith(wide, row + 1, empty);
  fitting[row] = value;
  return fitting;
}

/** The first rows in as few bytes as hold them; nothing at all where all of them are `empty`. */
export function narrowed(column: Numbers, rows: number, empty = 0): Numbers {
  let least = empty;
  let most = empty;
  let isWhole = true;
  const size = Math.min(rows, column.length);
  for (let row = 0; row < size; row++) {
    const value = column[row] ?? empty;
    if (value < least) least = value;
    if (value > most) most = value;
    if (!Number.isInteger(value)) isWhole = false;
  }
  const shown = column.subarray(0, size);
  if (least === empty && most === empty) return new Uint8Array();
  return isWhole ? kindFor(least, most).from(shown) : shown.slice();
}

/** A column that has room for a number, too. */
function widened(column: Numbers, value: number): Numbers {
  const kind = KINDS.find(([Kind]) => column instanceof Kind);
  if (!kind) return column;
  if (!Number.isInteger(value)) return Float64Array.from(column);
  const [, least, most] = kind;
  if (value >= least && value <= most) return column;
  return kindFor(Math.min(least, value), Math.max(most, value)).from(column);
}

function kindFor(least: number, most: number) {
  const kind = KINDS.find(([, from, to]) => least >= from && most <= to);
  return kind?.[0] ?? Float64Array;
}
