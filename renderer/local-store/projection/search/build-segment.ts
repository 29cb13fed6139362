import { grown } from "../columns/numbers.ts";
import { FIELDS, wordCount, type Segment } from "./segment.ts";
import { eachWord, type FieldWords } from "./words.ts";

/** An index of some documents, by row, ascending. */
export function buildSegment(
  documents: readonly (readonly [row: number, words: FieldWords])[],
): Segment {
  const found = new Map<string, number[]>();
  for (const [row, words] of documents)
    eachWord(words, (word, field) => {
      const posting = row * FIELDS + field;
      const postings = found.get(word);
      if (postings) postings.push(posting);
      else found.set(word, [posting]);
    });
  const writer = createSegmentWriter(found.size, documents.length * 16);
  const ordered = [...found.keys()];
  // Only letters beyond 65,535 stand elsewhere in bytes; asking at each comparison would cost most of the sorting.
  if (ordered.some((word) => PAIR.test(word))) ordered.sort(byBytes);
  else ordered.sort();
  for (const word of ordered) {
    writer.word(encoder.encode(word));
    for (const posting of found.get(word) ?? []) writer.posting(posting);
  }
  return writer.done();
}

const encoder = new TextEncoder();
const PAIR = /[\uD800-\uDFFF]/;

/** As UTF-8 orders them, which differs from JavaScript's order only beyond 65,535. */
function byBytes(a: string, b: string): number {
  const left = encoder.encode(a);
  const right = encoder.encode(b);
  return compareBytes(left, 0, left.length, right, 0, right.length);
}

/** One index out of two; of the documents in `isStale` only what `newer` says. */
export function mergeSegments(
  older: Segment,
  newer: Segment,
  isStale: (row: number) => boolean,
): Segment {
  const writer = createSegmentWriter(
    wordCount(older) + wordCount(newer),
    older.postings.length + newer.postings.length,
  );
  const [a, b] = [createReader(older), createReader(newer)];
  while (!a.ended || !b.ended) {
    const order = a.ended ? 1 : b.ended ? -1 : a.compare(b);
    const left = order <= 0 ? a.postings(isStale) : [];
    const right = order >= 0 ? b.postings(() => false) : [];
    if (left.length + right.length > 0) {
      const { source, from, to } = order <= 0 ? a : b;
      writer.word(source.wordBytes.subarray(from, to));
      writeBoth(writer, left, right);
    }
    if (order <= 0) a.advance();
    if (order >= 0) b.advance();
  }
  return writer.done();
}

function writeBoth(
  writer: SegmentWriter,
  left: readonly number[],
  right: readonly number[],
): void {
  let j = 0;
  for (const posting of left) {
    for (; (right[j] ?? Infinity) < posting; j++) writer.posting(right[j] ?? 0);
    writer.posting(posting);
  }
  for (; j < right.length; j++) writer.posting(right[j] ?? 0);
}

function createReader(source: Segment) {
  const { wordBytes, wordStarts, postings, postingStarts } = source;
  const words = wordCount(source);
  let word = 0;
  const reader = {
    source,
    get ended() {
      return word >= words;
    },
    get from() {
      return wordStarts[word] ?? 0;
    },
    get to() {
      return wordStarts[word + 1] ?? 0;
    },
    advance() {
      word += 1;
    },
    compare(other: { source: Segment; from: number; to: number }): number {
      return compareBytes(
        ...([wordBytes, reader.from, reader.to] as const),
        ...([other.source.wordBytes, other.from, other.to] as const),
      );
    },
    postings(isStale: (row: number) => boolean): number[] {
      const kept: number[] = [];
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
        if (!isStale(posting >>> 4)) kept.push(posting);
      }
      return kept;
    },
  };
  return reader;
}

function compareBytes(
  a: Uint8Array,
  fromA: number,
  toA: number,
  b: Uint8Array,
  fromB: number,
  toB: number,
): number {
  const length = Math.min(toA - fromA, toB - fromB);
  for (let i = 0; i < length; i++) {
    const difference = (a[fromA + i] ?? 0) - (b[fromB + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return toA - fromA - (toB - fromB);
}

interface SegmentWriter {
  word(bytes: Uint8Array): void;
  /** Of the last word, ascending. */
  posting(posting: number): void;
  done(): Segment;
}

/** @param mostWords, mostBytes expected, of the postings; where there are more it grows */
function createSegmentWriter(
  mostWords: number,
  mostBytes: number,
): SegmentWriter {
  let wordBytes = new Uint8Array(mostWords * 8);
  let wordStarts = new Uint32Array(mostWords + 1);
  let postings = new Uint8Array(mostBytes + 5);
  let postingStarts = new Uint32Array(mostWords + 1);
  let words = 0;
  let wordEnd = 0;
  let postingEnd = 0;
  let last = 0;
  return {
    word(bytes) {
      wordBytes = grown(wordBytes, wordEnd + bytes.length);
      wordBytes.set(bytes, wordEnd);
      wordStarts = grown(wordStarts, words + 2);
      postingStarts = grown(postingStarts, words + 2);
      wordStarts[words] = wordEnd;
      postingStarts[words] = postingEnd;
      wordEnd += bytes.length;
      words += 1;
      last = 0;
    },
    posting(posting) {
      postings = grown(postings, postingEnd + 5);
      let step = posting - last;
      last = posting;
      while (step > 127) {
        postings[postingEnd++] = (step & 127) | 128;
        step >>>= 7;
      }
      postings[postingEnd++] = step;
    },
    done() {
      wordStarts[words] = wordEnd;
      postingStarts[words] = postingEnd;
      return {
        wordBytes: wordBytes.slice(0, wordEnd),
        wordStarts: wordStarts.slice(0, words + 1),
        postings: postings.slice(0, postingEnd),
        postingStarts: postingStarts.slice(0, words + 1),
        trigrams: null,
      };
    },
  };
}
