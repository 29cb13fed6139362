import { narrowed, withNumber } from "./narrow.ts";
import { grownWith, type Numbers } from "./numbers.ts";
import type { Packed } from "./pack.ts";

/**
 * A column of long numbers that many rows have in common, as a write time is that of a whole batch: each is kept once, a
 * row holds its place among them. With more different ones than that is worth they stand in the rows.
 */
export interface Repeated {
  at(row: number): number;
  set(row: number, value: number): void;
  pack(rows: number): Packed;
}

const MOST_DIFFERENT = 10_000;

/** @param empty what a row holds that was never set */
export function createRepeated(empty: number, from?: Packed): Repeated {
  let codes = (from?.["codes"] as Numbers | undefined) ?? new Uint8Array();
  let values =
    (from?.["values"] as Float64Array | undefined) ?? Float64Array.of(empty);
  /** Null = they are coded. */
  let plain = (from?.["plain"] as Float64Array | null | undefined) ?? null;
  let different = values.length;
  let numbers = new Map(Array.from(values, (value, code) => [value, code]));

  function codeOf(value: number): number {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    values = grownWith(values, different + 1, empty);
    values[different] = value;
    numbers.set(value, different);
    return different++;
  }
  function at(row: number): number {
    if (plain) return plain[row] ?? empty;
    return values[codes[row] ?? 0] ?? empty;
  }
  function standInRows(): Float64Array {
    const spread = Float64Array.from(codes, (code) => values[code] ?? empty);
    codes = new Uint8Array();
    values = Float64Array.of(empty);
    numbers = new Map();
    return spread;
  }
  return {
    at,
    set(row, value) {
      if (different === MOST_DIFFERENT) plain ??= standInRows();
      if (!plain) {
        codes = withNumber(codes, row, codeOf(value));
        return;
      }
      plain = grownWith(plain, row + 1, empty);
      plain[row] = value;
    },
    pack: (rows) => ({
      codes: narrowed(codes, rows),
      values: values.slice(0, plain ? 1 : different),
      plain: plain && plain.slice(0, rows),
    }),
  };
}
