import { expect, it } from "vitest";
import { parseAmount } from "../../../../shared/domain/parse-amount.ts";

it.each([
  ["48'000", 4_800_000],
  ["48’000.–", 4_800_000],
  ["CHF 46'500.50", 4_650_050],
  ["1 200,5", 120_050],
  ["48k", 4_800_000],
  ["0", 0],
])("%s is read as an amount", (typed, minor) => {
  expect(parseAmount(typed)).toBe(minor);
});

it.each(["", "viel", "1.234", "-5", "12a"])("%j is none", (typed) => {
  expect(parseAmount(typed)).toBeNull();
});
