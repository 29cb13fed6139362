import { grown } from "../columns/numbers.ts";
import { readText } from "../columns/text-bytes.ts";
import type { Packed } from "../columns/pack.ts";
import {
  eachTrigram,
  errorsForgiven,
  mayBeMistyped,
  TOO_FAR,
  TRIGRAMS,
  trigramsNeeded,
  typingErrors,
  typingErrorsIn,
} from "./typos.ts";

/**
 * An index that does not change any more, in a handful of arrays: words in the order of their bytes, for each of them the
 * rows that have it, and for typing errors the words that have three letters in a row. It is stored as it is.
 */
export interface Segment {
  readonly wordBytes: Uint8Array;
  readonly wordStarts: Uint32Array;
  /** Of each word: `row * 16 + field`, ascending, as differences in groups of seven bits. */
  readonly postings: Uint8Array;
  readonly postingStarts: Uint32Array;
  /** Made when typing errors are looked for the first time, or the index is stored. */
  trigrams: Trigrams | null;
}

/** Which words have three letters in a row: `words`, from `starts[key]` on. */
interface Trigrams {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
}

export const FIELDS = 16;

function emptySegment(): Segment {
  return {
    wordBytes: new Uint8Array(),
    wordStarts: new Uint32Array(1),
    postings: new Uint8Array(),
    postingStarts: new Uint32Array(1),
    trigrams: null,
  };
}

/** @param withTypos typing errors will be looked for in it */
export function packSegment(segment: Segment, withTypos: boolean): Packed {
  const { trigrams: _made, ...rest } = segment;
  return withTypos
    ? { ...rest, trigrams: { ...trigramsOf(segment) } }
    : { ...rest, trigrams: null };
}

export function unpackSegment(packed: Packed | undefined): Segment {
  return packed ? (packed as unknown as Segment) : emptySegment();
}

export function wordCount(segment: Segment): number {
  return segment.wordStarts.length - 1;
}

export function wordAt(segment: Segment, word: number): string {
  const { wordBytes, wordStarts } = segment;
  return readText(wordBytes, wordStarts[word] ?? 0, wordStarts[word + 1] ?? 0);
}

const encoder = new TextEncoder();

/** The words that begin with a term, as numbers `[from, to)`; an exact one comes first. */
export function wordsFrom(
  segment: Segment,
  term: string,
): readonly [from: number, to: number] {
  const bytes = encoder.encode(term);
  return [
    firstNot(segment, (word) => compareStart(segment, word, bytes) < 0),
    firstNot(segment, (word) => compareStart(segment, word, bytes) <= 0),
  ];
}

function firstNot(segment: Segment, is: (word: number) => boolean): number {
  let low = 0;
  let high = wordCount(segment);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The beginning of a word against a term; 0 = it begins with it. */
function compareStart(
  { wordBytes, wordStarts }: Segment,
  word: number,
  term: Uint8Array,
): number {
  const start = wordStarts[word] ?? 0;
  const length = (wordStarts[word + 1] ?? 0) - start;
  for (let i = 0; i < term.length; i++) {
    if (i >= length) return -1;
    const difference = (wordBytes[start + i] ?? 0) - (term[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function lengthOf({ wordStarts }: Segment, word: number): number {
  return (wordStarts[word + 1] ?? 0) - (wordStarts[word] ?? 0);
}

/** Calls `visit` with row and field of each document that has a word, rows ascending. */
export function eachPosting(
  { postings, postingStarts }: Segment,
  word: number,
  visit: (row: number, field: number) => void,
): void {
  let at = postingStarts[word] ?? 0;
  const end = postingStarts[word + 1] ?? 0;
  let posting = 0;
  while (at < end) {
    let byte = postings[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    posting += step;
    visit(posting >>> 4, posting & 15);
  }
}

let counts = new Uint8Array();

/** Calls `visit` with the words that a term may be, mistyped, and how many errors there are. */
export function eachTypo(
  segment: Segment,
  term: string,
  visit: (word: number, errors: number) => void,
): void {
  const most = errorsForgiven(term);
  if (most === 0) return;
  const { starts, words } = trigramsOf(segment);
  if (counts.length < wordCount(segment))
    counts = new Uint8Array(wordCount(segment));
  let sharing = 0;
  eachTrigram(term, (key) => {
    const end = starts[key + 1] ?? 0;
    touched = grown(touched, sharing + end - (starts[key] ?? 0));
    for (let i = starts[key] ?? 0; i < end; i++) {
      const word = words[i] ?? 0;
      const count = counts[word] ?? 0;
      if (count === 0) touched[sharing++] = word;
      counts[word] = count + 1;
    }
  });
  const needed = trigramsNeeded(term, most);
  const errorsIn = typingErrorsIn(term, most);
  const { wordBytes, wordStarts } = segment;
  for (let i = 0; i < sharing; i++) {
    const word = touched[i] ?? 0;
    const count = counts[word] ?? 0;
    counts[word] = 0;
    const from = wordStarts[word] ?? 0;
    const to = wordStarts[word + 1] ?? 0;
    if (count < needed || to - from < term.length - most) continue;
    const errors =
      errorsIn && isPlain(wordBytes, from, to)
        ? errorsIn(wordBytes, from, to)
        : typingErrors(term, wordAt(segment, word), most);
    if (errors !== TOO_FAR) visit(word, errors);
  }
}

let touched = new Uint32Array();

function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > 127) return false;
  return true;
}

function trigramsOf(segment: Segment): Trigrams {
  if (segment.trigrams) return segment.trigrams;
  const starts = new Uint32Array(TRIGRAMS + 1);
  const eachKey = (visit: (word: number, key: number) => void): void => {
    const seen = new Set<number>();
    for (let word = 0; word < wordCount(segment); word++) {
      const text = wordAt(segment, word);
      if (!mayBeMistyped(text)) continue;
      // A word that has one twice is one word.
      seen.clear();
      eachTrigram(text, (key) => seen.add(key));
      for (const key of seen) visit(word, key);
    }
  };
  eachKey((_word, key) => {
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  });
  for (let key = 0; key < TRIGRAMS; key++)
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const words = new Uint32Array(starts[TRIGRAMS] ?? 0);
  eachKey((word, key) => {
    const at = next[key] ?? 0;
    next[key] = at + 1;
    words[at] = word;
  });
  segment.trigrams = { starts, words };
  return segment.trigrams;
}
