import { expect, test } from "vitest";
import { killWeekRounds } from "../helpers/kill-week-rounds.ts";

test("issue 7, D: two kills while somebody types in the grid: at most the last half second of typing is gone, never a row", async () => {
  const report = await killWeekRounds(2);
  expect(report.faults).toEqual([]);
  expect(report.keys).toBeGreaterThan(0);
  expect(report.lostKeys).toBeLessThan(report.keys / 2);
});
