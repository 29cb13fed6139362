import { describe, expect, test } from "vitest";
import fc from "fast-check";
import {
  narrowed,
  withNumber,
} from "../../../../../renderer/local-store/projection/columns/narrow.ts";
import type { Numbers } from "../../../../../renderer/local-store/projection/columns/numbers.ts";

const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 255, 256, -128, -129, 65_535, 65_536, 0.5),
  fc.integer(),
  fc.maxSafeInteger(),
);

describe("columns that are as wide as their numbers", () => {
  test("whatever is put in comes out, also packed and gone on with", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, -1),
        fc.array(fc.tuple(fc.nat(90), number, fc.boolean())),
        (empty, puts) => {
          let column: Numbers = new Uint8Array();
          const expected = new Map<number, number>();
          for (const [row, value, pack] of puts) {
            column = withNumber(column, row, value, empty);
            expected.set(row, value);
            if (pack) column = narrowed(column, 91, empty);
            for (let at = 0; at <= 90; at++)
              expect(column[at] ?? empty).toBe(expected.get(at) ?? empty);
          }
        },
      ),
    );
  });

  test("a number takes no more bytes than the largest needs, and none where all are empty", () => {
    const bytes = (values: readonly number[], empty = 0) =>
      narrowed(Float64Array.from(values), values.length, empty).byteLength;
    expect(bytes([0, 0, 0])).toBe(0);
    expect(bytes([-1, -1], -1)).toBe(0);
    expect(bytes([0, 255])).toBe(2);
    expect(bytes([0, 256])).toBe(4);
    expect(bytes([4, 127], -1)).toBe(2);
    expect(bytes([4, 128], -1)).toBe(4);
    expect(bytes([0, 70_000])).toBe(8);
    expect(bytes([0, 0.5])).toBe(16);
  });
});
