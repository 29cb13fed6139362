import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { createTextOrder } from "../../../../../renderer/local-store/projection/text-order.ts";

const { compare } = new Intl.Collator("fr-CH", { sensitivity: "base" });

interface Row {
  readonly text: string;
  /** What has gone keeps its text: only this says so. */
  readonly isHere: boolean;
}

function orderOf(rows: readonly Row[], counted = { comparisons: 0 }) {
  return createTextOrder({
    size: () => rows.length,
    isHere: (row) => rows[row]?.isHere === true,
    text: (row) => rows[row]?.text ?? "",
    compare(a, b) {
      counted.comparisons += 1;
      return compare(a, b);
    },
    tie: (a, b) => a - b,
  });
}
const here = (text: string): Row => ({ text, isHere: true });

const row = fc.record({
  text: fc.constantFrom("", "Eve", "éve", "Ève", "Favre", "favre", "Zoé", "a"),
  isHere: fc.boolean(),
});
/** Few are looked for one by one, many at once, most are sorted anew; few rows, of which most stay where they are. */
const SIZES = [
  { rows: 4, atLeast: 1, atMost: 2 },
  { rows: 150, atLeast: 1, atMost: 3 },
  { rows: 150, atLeast: 40, atMost: 60 },
  { rows: 150, atLeast: 300, atMost: 300 },
];

describe("the order of a text column", () => {
  test.each(SIZES)("is that of a sort: %o", ({ rows, atLeast, atMost }) => {
    const change = fc.record({
      changes: fc.array(fc.tuple(fc.nat(rows - 1), row), {
        ...{ minLength: atLeast, maxLength: atMost },
      }),
      asks: fc.constantFrom("nothing", "rows", "groups"),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: rows, maxLength: rows }),
        fc.array(change),
        (start, history) => {
          const now = [...start];
          const order = orderOf(now);
          for (const { changes, asks } of history) {
            for (const [at, value] of changes) {
              now[at] = value;
              order.changed(at);
            }
            if (asks === "nothing") continue;
            const expected = orderOf(now);
            expect([...order.rows]).toEqual([...expected.rows]);
            if (asks === "rows") continue;
            expect(order.groupCount).toBe(expected.groupCount);
            for (const at of expected.rows)
              expect(order.groups[at]).toBe(expected.groups[at]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("an order that was handed out stays what it was", () => {
    const rows = ["c", "a", "b"].map(here);
    const order = orderOf(rows);
    const before = order.rows;
    rows[0] = here("A");
    order.changed(0);
    expect([...order.rows]).toEqual([0, 1, 2]);
    expect([...before]).toEqual([1, 2, 0]);
  });

  test("one change costs a few comparisons, with its groups as well", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => here(`n${i}`));
    const counted = { comparisons: 0 };
    const order = orderOf(rows, counted);
    expect(order.groupCount).toBe(10_000);
    counted.comparisons = 0;
    rows[17] = here("n9998b");
    order.changed(17);
    expect(order.groupCount).toBe(10_000);
    expect(counted.comparisons).toBeLessThan(24);
    counted.comparisons = 0;
    order.changed(17);
    // What stays where it is costs no memory, either.
    const { rows: same } = order;
    order.changed(4711);
    expect(order.rows).toBe(same);
    expect(counted.comparisons).toBeLessThan(9);
  });
});
