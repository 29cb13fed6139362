import { expect, test } from "vitest";
import { offeredIntervals } from "../../../../../renderer/features/settings/intervals.ts";

test("the usual intervals, only by hand last", () => {
  expect(offeredIntervals(5)).toEqual([1, 2, 5, 10, 15, 30, 60, 0]);
  expect(offeredIntervals(0)).toEqual(offeredIntervals(5));
});

test("an interval that was set elsewhere is offered in its place, so that it can be shown", () => {
  expect(offeredIntervals(7)).toEqual([1, 2, 5, 7, 10, 15, 30, 60, 0]);
});
