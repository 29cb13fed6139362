import { expect, it } from "vitest";
import {
  counterOf,
  FIRST_SERIES,
  readSeries,
  seriesOf,
} from "../../../../shared/domain/number-series.ts";
import { firstSetting } from "../../../../shared/domain/marketing-setting.ts";

const read = (first: string, last?: string) => {
  const result = readSeries({ first, ...(last === undefined ? {} : { last }) });
  return result.ok ? Object.values(result.value) : result.error.kind;
};

it.each([
  ["CT000001", "CT100000", ["CT", 6, 1, 100_000]],
  ["CT2026-0100", undefined, ["CT2026-", 4, 100, 9999]],
  ["10000", "19999", ["", 5, 10_000, 19_999]],
  ["K1", "K99999", ["K", 1, 1, 99_999]],
])("NUM-1: %s to %s is a pattern", (first, last, pattern) => {
  expect(read(first, last)).toEqual(pattern);
});

it.each([
  ["KUNDE", undefined, "series-no-digits"],
  ["CT1234567890123", undefined, "series-no-digits"],
  // Provisional numbers are told by it.
  ["CT~001", undefined, "series-provisional"],
  ["CT000001", "KD999999", "series-other-pattern"],
  ["CT000001", "CT999", "series-other-pattern"],
  ["CT000100", "CT000099", "series-backwards"],
  [`${"X".repeat(15)}000001`, undefined, "too-long"],
  [`${"X".repeat(14)}000001`, `${"X".repeat(14)}9999999`, "too-long"],
])("NUM-1, NUM-3: %s to %s is none: %s", (first, last, problem) => {
  expect(read(first, last)).toBe(problem);
});

it("NUM-6: a new pattern or a smaller first number never brings the counter back", () => {
  const counter = { prefix: "CT", digits: 6, next: 51, last: 999_999, own: 1 };
  expect(counterOf(counter, { first: "KD0001", last: "KD5000" })).toEqual({
    ...{ prefix: "KD", digits: 4, next: 51, last: 5000, own: 1 },
  });
  expect(counterOf(counter, { first: "CT001000" }).next).toBe(1000);
  expect(counterOf(counter, undefined)).toBe(counter);
  expect(counterOf(counter, { first: "?" })).toBe(counter);
});

it("NUM: where the company has said nothing the series are the starter ones, all of them readable", () => {
  expect(seriesOf(null, "contacts")).toEqual(FIRST_SERIES.contacts);
  const own = { first: "X1" };
  const set = { ...firstSetting, contactNumbers: own };
  expect(seriesOf(set, "contacts")).toBe(own);
  expect(seriesOf(set, "tasks")).toBe(FIRST_SERIES.tasks);
  for (const series of Object.values(FIRST_SERIES))
    expect(readSeries(series).ok).toBe(true);
});
