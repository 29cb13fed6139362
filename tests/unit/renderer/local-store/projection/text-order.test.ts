import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { createTextOrder } from "../../../../../renderer/local-store/projection/text-order.ts";

const ROWS = 150;
const { compare } = new Intl.Collator("fr-CH", { sensitivity: "base" });

/** `null` = the row is not there. */
type Texts = (string | null)[];

function orderOf(texts: Texts, counted = { comparisons: 0 }) {
  return createTextOrder({
    size: () => texts.length,
    isHere: (row) => (texts[row] ?? null) !== null,
    text: (row) => texts[row] ?? "",
    compare(a, b) {
      counted.comparisons += 1;
      return compare(a, b);
    },
    tie: (a, b) => a - b,
  });
}

const text = fc.option(
  fc.constantFrom("", "Eve", "éve", "Ève", "Favre", "favre", "Zoé", "Ä", "a"),
  { nil: null },
);
const change = fc.record({
  // Few are looked for one by one, many at once, most are sorted anew.
  changes: fc.oneof(
    fc.array(fc.tuple(fc.nat(ROWS - 1), text), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(ROWS - 1), text), {
      minLength: 30,
      maxLength: 60,
    }),
    fc.array(fc.tuple(fc.nat(ROWS - 1), text), { minLength: 300 }),
  ),
  asks: fc.constantFrom("nothing", "rows", "groups"),
});

describe("the order of a text column", () => {
  test("is that of a sort, whatever has changed", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: ROWS, maxLength: ROWS }),
        fc.array(change),
        (texts, history) => {
          const order = orderOf(texts);
          for (const { changes, asks } of history) {
            for (const [row, now] of changes) {
              texts[row] = now;
              order.changed(row);
            }
            if (asks === "nothing") continue;
            const expected = orderOf(texts);
            expect([...order.rows]).toEqual([...expected.rows]);
            if (asks === "rows") continue;
            expect(order.groupCount).toBe(expected.groupCount);
            for (const row of expected.rows)
              expect(order.groups[row]).toBe(expected.groups[row]);
          }
        },
      ),
    );
  });

  test("an order that was handed out stays what it was", () => {
    const texts: Texts = ["c", "a", "b"];
    const order = orderOf(texts);
    const before = order.rows;
    texts[0] = "A";
    order.changed(0);
    expect([...order.rows]).toEqual([0, 1, 2]);
    expect([...before]).toEqual([1, 2, 0]);
  });

  test("one change costs a few comparisons, with its groups as well", () => {
    const texts: Texts = Array.from({ length: 10_000 }, (_, i) => `n${i}`);
    const counted = { comparisons: 0 };
    const order = orderOf(texts, counted);
    expect(order.groupCount).toBe(10_000);
    counted.comparisons = 0;
    texts[17] = "n9998b";
    order.changed(17);
    expect(order.groupCount).toBe(10_000);
    expect(counted.comparisons).toBeLessThan(24);
  });
});
