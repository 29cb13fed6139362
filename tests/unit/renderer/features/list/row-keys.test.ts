import { expect, test } from "vitest";
import { createRowKeys } from "../../../../../renderer/features/list/row-keys.ts";

/** Keys of the rows from `first` to `last`. */
function drawn(keys: ReturnType<typeof createRowKeys>) {
  return (first: number, last: number): readonly number[] => {
    const keyOf = keys(first, last);
    return Array.from({ length: last - first + 1 }, (_, i) => keyOf(first + i));
  };
}

test("a row keeps its element while one scrolls by, and no two rows have the same", () => {
  const keys = drawn(createRowKeys());
  const before = keys(0, 20);
  const after = keys(5, 25);
  expect(after.slice(0, 16)).toEqual(before.slice(5));
  expect(new Set([...before, ...after]).size).toBe(26);
});

test("from sight to sight the rows have the elements of those before, in their order", () => {
  const keys = drawn(createRowKeys());
  const before = keys(3, 23);
  expect(keys(5_000, 5_020)).toEqual(before);
  expect(keys(40, 60)).toEqual(before);
  // And go on from there.
  expect(keys(41, 61).slice(0, 20)).toEqual(before.slice(1));
});
