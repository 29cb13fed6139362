import { grown } from "../columns/numbers.ts";

/** Which of many lines of digits have three given ones in a row: line numbers, as differences in groups of seven bits. */
export interface DigitTrigrams {
  readonly starts: Uint32Array;
  readonly lines: Uint8Array;
}

export const TRIGRAM = 3;
const KEYS = 1000;
const ZERO = 48;

function keyAt(digits: Uint8Array, at: number): number {
  return (
    ((digits[at] ?? 0) - ZERO) * 100 +
    ((digits[at + 1] ?? 0) - ZERO) * 10 +
    ((digits[at + 2] ?? 0) - ZERO)
  );
}

/** @param starts where each line begins in `digits`, and where the last one ends */
export function digitTrigrams(
  digits: Uint8Array,
  starts: Uint32Array,
): DigitTrigrams {
  const count = starts.length - 1;
  const last = new Int32Array(KEYS);
  const eachOf = (visit: (key: number, step: number) => void): void => {
    last.fill(-1);
    for (let line = 0; line < count; line++) {
      const end = (starts[line + 1] ?? 0) - TRIGRAM;
      for (let at = starts[line] ?? 0; at <= end; at++) {
        const key = keyAt(digits, at);
        const before = last[key] ?? -1;
        if (before === line) continue;
        last[key] = line;
        visit(key, line - before);
      }
    }
  };
  const listStarts = new Uint32Array(KEYS + 1);
  eachOf((key, step) => {
    listStarts[key + 1] =
      (listStarts[key + 1] ?? 0) + (step < 128 ? 1 : step < 16_384 ? 2 : 4);
  });
  for (let key = 0; key < KEYS; key++)
    listStarts[key + 1] = (listStarts[key + 1] ?? 0) + (listStarts[key] ?? 0);
  const next = listStarts.slice();
  const lines = new Uint8Array(listStarts[KEYS] ?? 0);
  eachOf((key, step) => {
    let at = next[key] ?? 0;
    // Of the four bytes of a long step none is left out.
    const groups = step < 128 ? 1 : step < 16_384 ? 2 : 4;
    for (let group = 1; group <= groups; group++) {
      lines[at++] = (step & 127) | (group < groups ? 128 : 0);
      step >>>= 7;
    }
    next[key] = at;
  });
  return { starts: listStarts, lines };
}

let found = new Uint32Array();

/** The lines that have the rarest three digits of a needle, ascending: nothing else can have it. Read it at once. */
export function candidates(
  { starts, lines }: DigitTrigrams,
  needle: Uint8Array,
): Uint32Array {
  let at = 0;
  let end = Infinity;
  for (let i = 0; i + TRIGRAM <= needle.length; i++) {
    const key = keyAt(needle, i);
    const from = starts[key] ?? 0;
    const to = starts[key + 1] ?? 0;
    if (to - from < end - at) [at, end] = [from, to];
  }
  found = grown(found, end - at);
  let count = 0;
  let line = -1;
  while (at < end) {
    let byte = lines[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = lines[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    line += step;
    found[count++] = line;
  }
  return found.subarray(0, count);
}
