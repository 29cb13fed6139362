/**
 * Do two stores hold the same documents? Each side sums a hash of every document that is not deleted; equal sums of a
 * range of ids mean equal documents (sync.md D15). Sums do not depend on the order, so each side walks its own.
 *
 * A version is told by `id`, `seq` and `rev`: within an epoch no two versions share a place in the feed, so the content
 * need not be read. Digests of different epochs say nothing about each other.
 *
 * Not for use against anybody who wants two stores to look alike.
 */
export interface DigestItem {
  /** A UUID, in lower case as it is stored. */
  readonly id: string;
  readonly seq: number;
  readonly rev: number;
}

export interface DigestRange {
  /** First id of the range; it ends before the next range's, the last one at the end of what was asked for. */
  readonly lo: string;
  readonly count: number;
  /** Two sums of 32 bits, as 16 hexadecimal digits. */
  readonly sum: string;
}

/** A range in which the two sides differ: ids from `from` up to, not including, `until` (null = the last there is). */
export interface DifferingRange {
  readonly from: string;
  readonly until: string | null;
  readonly theirs: number;
  readonly mine: number;
}

export const FIRST_ID = "00000000-0000-0000-0000-000000000000";

export interface DigestSum {
  add(item: DigestItem): void;
  readonly count: number;
  /** As in `DigestRange`. */
  read(): string;
}

export function createDigestSum(): DigestSum {
  let high = 0;
  let low = 0;
  let count = 0;
  return {
    add({ id, seq, rev }) {
      let a = 0x9e3779b9;
      let b = 0x7f4a7c15;
      // Places in the feed may one day need more than 32 bits.
      for (const word of [
        ...wordsOf(id),
        seq % 2 ** 32,
        Math.floor(seq / 2 ** 32),
        rev,
      ]) {
        a = mixed(a ^ word);
        b = mixed((b + word) ^ a);
      }
      high = (high + a) >>> 0;
      low = (low + b) >>> 0;
      count += 1;
    },
    get count() {
      return count;
    },
    read: () => hex(high) + hex(low),
  };
}

/**
 * Where this side differs from the other's ranges.
 *
 * @param theirs in the order of `lo`, as the server answers
 * @param mine every document here that is not deleted and that the server has acknowledged, in any order; outside of
 *   `[theirs[0].lo, until)` they are passed over
 */
export function compareDigest(
  theirs: readonly DigestRange[],
  mine: Iterable<DigestItem>,
  until: string | null = null,
): DifferingRange[] {
  const sums = theirs.map(createDigestSum);
  for (const item of mine) {
    if (until !== null && item.id >= until) continue;
    sums[rangeOf(theirs, item.id)]?.add(item);
  }
  return theirs.flatMap(({ lo, count, sum }, index) => {
    const here = sums[index];
    if (!here || (here.count === count && here.read() === sum)) return [];
    const next = theirs[index + 1]?.lo ?? until;
    return [{ from: lo, until: next, theirs: count, mine: here.count }];
  });
}

/** Index of the last range that begins at or before the id; -1 = before the first. */
function rangeOf(ranges: readonly DigestRange[], id: string): number {
  let before = -1;
  let after = ranges.length;
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if ((ranges[middle]?.lo ?? "") <= id) before = middle;
    else after = middle;
  }
  return before;
}

function wordsOf(id: string): number[] {
  const digits = id.replaceAll("-", "");
  return [0, 8, 16, 24].map((at) => parseInt(digits.slice(at, at + 8), 16) | 0);
}

/** The last step of MurmurHash3: every bit of the input reaches every bit of the output. */
function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
