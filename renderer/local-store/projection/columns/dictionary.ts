import { narrowed, withNumber } from "./narrow.ts";
import type { Numbers } from "./numbers.ts";
import type { Packed } from "./pack.ts";

/** A column of few different texts: each is kept once, a row holds its number. Number 0 is the empty text. */
export interface Dictionary {
  /** By row; rows beyond its end are empty. */
  readonly codes: Numbers;
  /** By number; some may be in no row any more. */
  readonly values: readonly string[];
  /** A text's number; -1 = no row has ever had it. */
  find(text: string): number;
  set(row: number, text: string): void;
  at(row: number): string;
  pack(rows: number): Packed;
}

export function createDictionary(from?: Packed): Dictionary {
  let codes = (from?.["codes"] as Numbers | undefined) ?? new Uint8Array();
  const values = [...((from?.["values"] as string[] | undefined) ?? [""])];
  const numbers = new Map(values.map((text, number) => [text, number]));

  function numberOf(text: string): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, values.length);
    return values.push(text) - 1;
  }
  return {
    get codes() {
      return codes;
    },
    values,
    find: (text) => numbers.get(text) ?? -1,
    set(row, text) {
      codes = withNumber(codes, row, numberOf(text));
    },
    at: (row) => values[codes[row] ?? 0] ?? "",
    pack: (rows) => ({ codes: narrowed(codes, rows), values }),
  };
}
