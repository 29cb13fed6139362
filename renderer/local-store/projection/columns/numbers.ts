/** A column of figures, one a row. */
export type Numbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float64Array;

const FEWEST = 64;

/** The same array, or a longer copy when row `size - 1` does not fit. New rows are 0. */
export function grown<T extends Numbers>(column: T, size: number): T {
  if (size <= column.length) return column;
  const length = Math.max(size, column.length + (column.length >> 1), FEWEST);
  const Kind = column.constructor as new (length: number) => T;
  const longer = new Kind(length);
  longer.set(column);
  return longer;
}

/** As `grown`, for columns in which 0 means something. */
export function grownWith<T extends Numbers>(
  column: T,
  size: number,
  empty: number,
): T {
  const longer = grown(column, size);
  if (longer !== column) longer.fill(empty, column.length);
  return longer;
}
