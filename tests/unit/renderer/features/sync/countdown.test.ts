import { expect, test } from "vitest";
import { countdown } from "../../../../../renderer/features/sync/countdown.ts";

test.each([
  [300_000, "5:00"],
  [64_001, "1:05"],
  [999, "0:01"],
  [0, "0:00"],
  [-5000, "0:00"],
])("%i ms are %s", (ms, shown) => {
  expect(countdown(ms)).toBe(shown);
});
