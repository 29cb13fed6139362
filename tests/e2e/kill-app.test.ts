import { expect, test } from "vitest";
import { killRounds } from "../helpers/kill-rounds.ts";

test("three kills at random moments: nothing that was called saved is missing", async () => {
  const report = await killRounds(3);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.missing).toEqual([]);
});
