import { grown } from "../columns/numbers.ts";
import type { Packed } from "../columns/pack.ts";
import { homeDigits } from "./question.ts";

/** Phone numbers of many rows, to find those that have some digits in them: one long text, each number on a line. */
export interface NumberIndex {
  /** Calls `visit` with each row that has such a number, perhaps several times. */
  find(typed: string, visit: (row: number) => void): void;
  /** The same without the rows that are stale, and with those that are new. */
  merged(
    isStale: (row: number) => boolean,
    newer: Iterable<readonly [row: number, numbers: readonly string[]]>,
  ): NumberIndex;
  /** All that is in it; a row may come several times. */
  entries(): Iterable<readonly [row: number, numbers: readonly string[]]>;
  pack(): Packed;
}

const decoder = new TextDecoder("latin1");
const encoder = new TextEncoder();

export function createNumberIndex(from?: Packed): NumberIndex {
  const bytes =
    (from?.["digits"] as Uint8Array | undefined) ?? new Uint8Array();
  return numberIndex(
    decoder.decode(bytes),
    (from?.["starts"] as Uint32Array | undefined) ?? new Uint32Array(),
    (from?.["rows"] as Uint32Array | undefined) ?? new Uint32Array(),
  );
}

/** Every line begins with its end of line, so that a beginning can be looked for. */
const LINE = "\n";

function numberIndex(
  text: string,
  starts: Uint32Array,
  rows: Uint32Array,
): NumberIndex {
  /** The line of a place that is not before line `from`; nearly always the next few. */
  function lineOf(place: number, from: number): number {
    let step = 1;
    while ((starts[from + step] ?? Infinity) <= place) step *= 2;
    let low = from;
    let high = Math.min(from + step, starts.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
  function findText(needle: string, visit: (row: number) => void): void {
    let line = 0;
    for (let at = text.indexOf(needle); at >= 0;) {
      line = lineOf(at, line);
      visit(rows[line] ?? 0);
      // Once in a number is enough.
      const next = starts[line + 1];
      if (next === undefined) return;
      at = text.indexOf(needle, next);
    }
  }
  function lineAt(i: number): string {
    return text.slice(starts[i], starts[i + 1] ?? text.length);
  }
  return {
    find(typed, visit) {
      findText(typed, visit);
      findText(LINE + homeDigits(typed), visit);
    },
    merged(isStale, newer) {
      let count = 0;
      let newStarts = new Uint32Array(starts.length);
      let newRows = new Uint32Array(starts.length);
      const lines: string[] = [];
      let length = 0;
      const add = (row: number, line: string): void => {
        newStarts = grown(newStarts, count + 1);
        newRows = grown(newRows, count + 1);
        newStarts[count] = length;
        newRows[count] = row;
        count += 1;
        length += line.length;
        lines.push(line);
      };
      for (let i = 0; i < starts.length; i++) {
        const row = rows[i] ?? 0;
        if (!isStale(row)) add(row, lineAt(i));
      }
      for (const [row, numbers] of newer)
        for (const number of numbers) add(row, LINE + number);
      return numberIndex(
        lines.join(""),
        newStarts.slice(0, count),
        newRows.slice(0, count),
      );
    },
    *entries() {
      for (const [i, row] of rows.entries())
        yield [row, [lineAt(i).slice(LINE.length)]];
    },
    pack: () => ({
      digits: encoder.encode(text),
      starts,
      rows,
    }),
  };
}
