import type { LeaseAnswer } from "../../../shared/sync/protocol.ts";

/** What this device knows of one number series. Both lists are disjoint; `free` lies within `known`. */
export interface SeriesNumbers {
  /** Every number ever leased here, used or not: a lease that comes again must not free a used number. */
  readonly known: readonly Range[];
  /** Not yet given away, in the order in which they will be. */
  readonly free: readonly (Range & { readonly format: string })[];
}

interface Range {
  readonly lo: number;
  readonly hi: number;
}

export const NO_NUMBERS: SeriesNumbers = { known: [], free: [] };

/** Adds a lease; the part of it that was leased before keeps its state (NUM: never the same number twice). */
export function withLease(
  numbers: SeriesNumbers,
  { lo, hi, format }: LeaseAnswer,
): SeriesNumbers {
  const fresh = numbers.known.reduce<readonly Range[]>(
    (parts, known) => parts.flatMap((part) => without(part, known)),
    lo <= hi ? [{ lo, hi }] : [],
  );
  return {
    known: [...numbers.known, ...fresh],
    free: [...numbers.free, ...fresh.map((range) => ({ ...range, format }))],
  };
}

/** The next number to give away with the pattern of its lease; null when none is left. */
export function nextNumber(
  numbers: SeriesNumbers,
): { readonly n: number; readonly format: string } | null {
  const first = numbers.free[0];
  return first === undefined ? null : { n: first.lo, format: first.format };
}

/** `n` was given away. It is known from then on, even if the record of its lease has become unreadable. */
export function withoutNumber(
  { known, free }: SeriesNumbers,
  n: number,
): SeriesNumbers {
  const taken = { lo: n, hi: n };
  return {
    known: known.some(({ lo, hi }) => lo <= n && n <= hi)
      ? known
      : [...known, taken],
    free: free.flatMap(({ format, ...range }) =>
      without(range, taken).map((part) => ({ ...part, format })),
    ),
  };
}

/** The next `count` numbers are given up: they may have been given away in records that cannot be read. */
export function withoutNext(
  numbers: SeriesNumbers,
  count: number,
): SeriesNumbers {
  let rest = numbers;
  for (let i = 0; i < count; i += 1) {
    const next = nextNumber(rest);
    if (next === null) break;
    rest = withoutNumber(rest, next.n);
  }
  return rest;
}

/** Nothing more is given away; what was leased stays known. */
export function withoutFree({ known }: SeriesNumbers): SeriesNumbers {
  return { known, free: [] };
}

/** As if what is free had never been leased: it may be leased again, here or elsewhere. */
export function withoutUnused({ known, free }: SeriesNumbers): SeriesNumbers {
  const used = free.reduce<readonly Range[]>(
    (parts, range) => parts.flatMap((part) => without(part, range)),
    known,
  );
  return { known: used, free: [] };
}

export function countLeft(numbers: SeriesNumbers): number {
  return numbers.free.reduce((sum, { lo, hi }) => sum + hi - lo + 1, 0);
}

/** `CT{000000}` and 101 → `CT000101`; a number wider than its places is written whole. */
export function formatNumber(format: string, n: number): string {
  return format.replace(/\{(0+)\}/, (_all, places: string) =>
    String(n).padStart(places.length, "0"),
  );
}

function without(range: Range, taken: Range): readonly Range[] {
  if (taken.hi < range.lo || taken.lo > range.hi) return [range];
  return [
    { lo: range.lo, hi: taken.lo - 1 },
    { lo: taken.hi + 1, hi: range.hi },
  ].filter(({ lo, hi }) => lo <= hi);
}
