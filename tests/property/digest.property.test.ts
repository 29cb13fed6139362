import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareDigest,
  createDigestSum,
  FIRST_ID,
  type DigestItem,
  type DigestRange,
} from "../../shared/sync/digest.ts";

const item: fc.Arbitrary<DigestItem> = fc.record({
  id: fc.uuid(),
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  rev: fc.integer({ min: 0, max: 1_000_000 }),
});
const items = fc.uniqueArray(item, {
  selector: ({ id }) => id,
  maxLength: 60,
});

function sumOf(all: readonly DigestItem[]): string {
  const sum = createDigestSum();
  for (const one of all) sum.add(one);
  return sum.read();
}

/** What a server answers: ranges of equally many documents. */
function rangesOf(all: readonly DigestItem[], most: number): DigestRange[] {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const size = Math.max(1, Math.ceil(sorted.length / most));
  const ranges: DigestRange[] = [];
  for (let at = 0; at < Math.max(1, sorted.length); at += size) {
    const part = sorted.slice(at, at + size);
    const lo = at === 0 ? FIRST_ID : (part[0]?.id ?? "");
    ranges.push({ lo, count: part.length, sum: sumOf(part) });
  }
  return ranges;
}

test("the order does not matter, and equal stores do not differ", () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 70 }), (all, most) => {
      expect(sumOf(all.toReversed())).toBe(sumOf(all));
      expect(compareDigest(rangesOf(all, most), all.toReversed())).toEqual([]);
    }),
  );
});

test("a document that is missing, left over or of another version is in exactly the range that is named", () => {
  const change = fc.constantFrom(
    ...(["missing", "extra", "seq", "rev"] as const),
  );
  fc.assert(
    fc.property(
      items,
      item,
      change,
      fc.integer({ min: 1, max: 70 }),
      (rest, one, kind, most) => {
        const others = rest.filter(({ id }) => id !== one.id);
        const server = kind === "extra" ? others : [...others, one];
        const here =
          kind === "missing"
            ? others
            : [
                ...others,
                {
                  ...one,
                  seq: kind === "seq" ? one.seq - 1 : one.seq,
                  rev: kind === "rev" ? one.rev + 1 : one.rev,
                },
              ];
        const found = compareDigest(rangesOf(server, most), here);
        expect(found).toHaveLength(1);
        const [range] = found;
        expect(range && range.from <= one.id).toBe(true);
        expect(range?.until === null || one.id < (range?.until ?? "")).toBe(
          true,
        );
      },
    ),
  );
});

test("documents outside of what was asked for are passed over", () => {
  fc.assert(
    fc.property(items, fc.uuid(), fc.uuid(), (all, a, b) => {
      const [from, until] = a < b ? [a, b] : [b, a];
      const within = all.filter(({ id }) => id >= from && id < until);
      const ranges = [{ ...emptyRange(from), ...wholeOf(within) }];
      expect(compareDigest(ranges, all, until)).toEqual([]);
    }),
  );
});

test("the sums of 20,000 neighbours in the feed are all different, in each half", () => {
  const sums = Array.from({ length: 20_000 }, (_, n) =>
    sumOf([{ id: FIRST_ID, seq: n + 1, rev: 1 }]),
  );
  // Of 20,000 random values of 32 bits, 0.05 are expected to meet.
  for (const half of [(s: string) => s.slice(0, 8), (s: string) => s.slice(8)])
    expect(new Set(sums.map(half)).size).toBeGreaterThan(19_996);
});

test("the sum that every version of either side must come to", () => {
  expect(
    sumOf([
      { id: "01890000-0000-7000-8000-000000000001", seq: 7, rev: 2 },
      { id: "ffffffff-ffff-ffff-ffff-ffffffffffff", seq: 2 ** 40 + 5, rev: 1 },
    ]),
  ).toBe("8cae87af99f36a33");
});

function emptyRange(lo: string): DigestRange {
  return { lo, count: 0, sum: sumOf([]) };
}

function wholeOf(all: readonly DigestItem[]) {
  return { count: all.length, sum: sumOf(all) };
}
