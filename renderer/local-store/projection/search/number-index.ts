import { grown } from "../columns/numbers.ts";
import type { Packed } from "../columns/pack.ts";
import { readText } from "../columns/text-bytes.ts";
import {
  candidates,
  digitTrigrams,
  TRIGRAM,
  type DigitTrigrams,
} from "./digit-trigrams.ts";
import { homeDigits } from "./question.ts";

/** Phone numbers of many rows, to find those that have some digits in them: in their order, so that equal beginnings lie together. */
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

export function createNumberIndex(from?: Packed): NumberIndex {
  return numberIndex(
    (from?.["digits"] as Uint8Array | undefined) ?? new Uint8Array(),
    (from?.["starts"] as Uint32Array | undefined) ?? new Uint32Array(1),
    (from?.["rows"] as Uint32Array | undefined) ?? new Uint32Array(),
    (from?.["trigrams"] as DigitTrigrams | undefined) ?? null,
  );
}

/** @param starts where each number begins, and where the last one ends */
function numberIndex(
  digits: Uint8Array,
  starts: Uint32Array,
  rows: Uint32Array,
  made: DigitTrigrams | null,
): NumberIndex {
  /** Made when numbers are looked for the first time, or the index is stored. */
  let trigrams = made;

  function textAt(line: number): string {
    return readText(digits, starts[line] ?? 0, starts[line + 1] ?? 0);
  }
  /** The beginning of a number against a needle; 0 = it begins with it. */
  function compareStart(line: number, needle: Uint8Array): number {
    const from = starts[line] ?? 0;
    const length = (starts[line + 1] ?? 0) - from;
    for (let i = 0; i < needle.length; i++) {
      if (i >= length) return -1;
      const difference = (digits[from + i] ?? 0) - (needle[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
  function firstAfter(needle: Uint8Array, most: number): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareStart(middle, needle) <= most) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function has(line: number, needle: Uint8Array): boolean {
    const last = (starts[line + 1] ?? 0) - needle.length;
    for (let at = starts[line] ?? 0; at <= last; at++) {
      let i = 0;
      while (i < needle.length && digits[at + i] === needle[i]) i += 1;
      if (i === needle.length) return true;
    }
    return false;
  }
  /** Those that begin so lie together. */
  function findStart(
    needle: Uint8Array,
    visit: (row: number) => void,
  ): readonly [from: number, to: number] {
    const from = firstAfter(needle, -1);
    const to = firstAfter(needle, 0);
    for (let line = from; line < to; line++) visit(rows[line] ?? 0);
    return [from, to];
  }
  function findWithin(
    needle: Uint8Array,
    [from, to]: readonly [from: number, to: number],
    visit: (row: number) => void,
  ): void {
    trigrams ??= digitTrigrams(digits, starts);
    const lines = candidates(trigrams, needle);
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? 0;
      if ((line < from || line >= to) && has(line, needle))
        visit(rows[line] ?? 0);
    }
  }
  return {
    find(typed, visit) {
      if (typed.length < TRIGRAM) return;
      const needle = encoder.encode(typed);
      findWithin(needle, findStart(needle, visit), visit);
      findStart(encoder.encode(homeDigits(typed)), visit);
    },
    merged(isStale, newer) {
      const added = [...newer].flatMap(([row, numbers]) =>
        numbers.map((number) => ({ row, number })),
      );
      added.sort((a, b) =>
        a.number < b.number ? -1 : a.number > b.number ? 1 : 0,
      );
      const writer = createWriter(digits.length, rows.length + added.length);
      let next = 0;
      for (let line = 0; line < rows.length; line++) {
        const row = rows[line] ?? 0;
        if (isStale(row)) continue;
        const number = textAt(line);
        for (
          let other = added[next];
          other && other.number < number;
          other = added[++next]
        )
          writer.add(other.row, other.number);
        writer.add(row, number);
      }
      for (const { row, number } of added.slice(next)) writer.add(row, number);
      return writer.done();
    },
    *entries() {
      for (const [line, row] of rows.entries()) yield [row, [textAt(line)]];
    },
    pack() {
      trigrams ??= digitTrigrams(digits, starts);
      return { digits, starts, rows, trigrams: { ...trigrams } };
    },
  };
}

const encoder = new TextEncoder();

function createWriter(bytes: number, lines: number) {
  let digits = new Uint8Array(bytes);
  let starts = new Uint32Array(lines + 1);
  let rows = new Uint32Array(lines);
  let count = 0;
  let end = 0;
  return {
    add(row: number, number: string): void {
      digits = grown(digits, end + number.length);
      starts = grown(starts, count + 2);
      rows = grown(rows, count + 1);
      for (let i = 0; i < number.length; i++)
        digits[end++] = number.charCodeAt(i);
      rows[count++] = row;
      starts[count] = end;
    },
    done: () =>
      numberIndex(
        ...([digits.slice(0, end), starts.slice(0, count + 1)] as const),
        ...([rows.slice(0, count), null] as const),
      ),
  };
}
