import { grown } from "./numbers.ts";
import type { Packed } from "./pack.ts";
import { plainTexts, symbolsFor, symbolTexts } from "./symbols.ts";

/**
 * Several texts a row in one run of bytes, so that 100,000 rows are two arrays and not a million strings. With some
 * hundred rows symbols are chosen that make them short. A row that changes is written anew at the end; what it leaves behind
 * goes when half of the bytes are such.
 */
export interface TextRows {
  set(row: number, texts: readonly string[]): void;
  /** Empty where the row or the text is not there. */
  get(row: number, text: number): string;
  /** It is there and not empty: asked without making the text. */
  has(row: number, text: number): boolean;
  /** Its first `count` texts; none where the row is not there. */
  first(row: number, count: number): readonly string[];
  clear(row: number): void;
  pack(rows: number): Packed;
}

/** A length takes one byte, or this one and four more. */
const LONG = 255;
/** From so many bytes on symbols are worth their table. */
const SYMBOLS_FROM = 131_072;
/** So many bytes, of rows from all over, tell which they are. */
const LEARNT_FROM = 49_152;
/** What has grown so many times since may be of another kind. */
const GROWN = 8;
/** Scatters rows: neighbours are alike, a company and who works there by turns. */
const SCATTER = 0.618_034;

export function createTextRows(fields: number, from?: Packed): TextRows {
  let bytes = (from?.["bytes"] as Uint8Array | undefined) ?? new Uint8Array();
  /** Where a row begins, plus one; 0 = empty. */
  let starts =
    (from?.["starts"] as Uint32Array | undefined) ?? new Uint32Array();
  /** Null = not chosen yet: the texts lie as UTF-8. */
  let symbols = (from?.["symbols"] as readonly string[] | undefined) ?? null;
  let codec = symbols ? symbolTexts(symbols) : plainTexts;
  let used = bytes.length;
  /** How many bytes there were when the symbols were chosen. */
  let chosenAt = (from?.["chosenAt"] as number | undefined) ?? used;
  let left = 0;

  /** The text whose length stands at `at` lies between `from` and `to`. */
  let begin = 0;
  let to = 0;
  function find(at: number): void {
    const short = bytes[at] ?? 0;
    const isLong = short === LONG;
    begin = at + (isLong ? 5 : 1);
    const length = isLong
      ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 1)
      : short;
    to = begin + length;
  }
  /** Leaves where a row's text lies in `begin` and `to`. */
  function findText(row: number, text: number): boolean {
    const start = starts[row] ?? 0;
    if (start === 0) return false;
    to = start - 1;
    for (let i = 0; i <= text; i++) find(to);
    return true;
  }
  function sizeOf(row: number): number {
    const start = starts[row] ?? 0;
    if (start === 0) return 0;
    to = start - 1;
    for (let i = 0; i < fields; i++) find(to);
    return to - (start - 1);
  }
  function append(text: string): void {
    bytes = grown(bytes, used + 5 + text.length * 3);
    const length = codec.write(text, bytes, used + 1);
    const isLong = length >= LONG;
    bytes[used] = isLong ? LONG : length;
    if (isLong) {
      bytes.copyWithin(used + 5, used + 1, used + 1 + length);
      new DataView(bytes.buffer, bytes.byteOffset).setUint32(used + 1, length);
    }
    used += (isLong ? 5 : 1) + length;
  }
  /** Only the rows that there are, in their order. */
  function tidy(): void {
    const tidied = new Uint8Array(used - left);
    let end = 0;
    for (let row = 0; row < starts.length; row++) {
      const size = sizeOf(row);
      if (size === 0) continue;
      const start = (starts[row] ?? 1) - 1;
      tidied.set(bytes.subarray(start, start + size), end);
      starts[row] = end + 1;
      end += size;
    }
    bytes = tidied;
    used = end;
    left = 0;
  }
  function textsAt(row: number, count: number): string[] {
    const texts: string[] = [];
    to = (starts[row] ?? 0) - 1;
    for (let i = 0; i < count && to >= 0; i++) {
      find(to);
      texts.push(codec.read(bytes, begin, to));
    }
    return texts;
  }
  /** Those in which what is there now is short; all rows are written anew in them. */
  function chooseSymbols(): void {
    const share = LEARNT_FROM / (used - left);
    const learnt: string[] = [];
    for (const [row, start] of starts.entries())
      if (start !== 0 && (row * SCATTER) % 1 < share)
        learnt.push(...textsAt(row, fields));
    symbols = symbolsFor(learnt);
    const anew = createTextRows(fields, {
      ...{ bytes: new Uint8Array(), starts: new Uint32Array(starts.length) },
      ...{ symbols, chosenAt: used },
    });
    for (const [row, start] of starts.entries())
      if (start !== 0) anew.set(row, textsAt(row, fields));
    const packed = anew.pack(starts.length);
    bytes = packed["bytes"] as Uint8Array;
    starts = packed["starts"] as Uint32Array;
    codec = symbolTexts(symbols);
    used = bytes.length;
    left = 0;
    chosenAt = used;
  }
  function write(row: number, texts: readonly string[]): void {
    starts[row] = used + 1;
    for (let i = 0; i < fields; i++) append(texts[i] ?? "");
  }
  function clear(row: number): void {
    left += sizeOf(row);
    if (row < starts.length) starts[row] = 0;
    if (left > 65_536 && left > used / 2) tidy();
  }
  return {
    clear,
    set(row, texts) {
      clear(row);
      starts = grown(starts, row + 1);
      write(row, texts);
      if (symbols === null && used - left > SYMBOLS_FROM) chooseSymbols();
    },
    get: (row, text) =>
      findText(row, text) ? codec.read(bytes, begin, to) : "",
    has: (row, text) => findText(row, text) && to > begin,
    first: textsAt,
    pack(rows) {
      starts = grown(starts, rows);
      if (symbols && used - left > chosenAt * GROWN) chooseSymbols();
      if (left > 0) tidy();
      return {
        ...{ bytes: bytes.slice(0, used), starts: starts.slice(0, rows) },
        ...{ symbols, chosenAt },
      };
    },
  };
}
