import { expect, test } from "vitest";
import { killRounds } from "../helpers/kill-rounds.ts";
import { killSyncRounds } from "../helpers/kill-sync-rounds.ts";

test("three kills at random moments: nothing that was called saved is missing", async () => {
  const report = await killRounds(3);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.missing).toEqual([]);
});

test("two kills in the middle of a push: what was called saved is on the server, once, and the window lists what the server has", async () => {
  const report = await killSyncRounds(2);
  expect(report).toMatchObject({ missing: [], doubled: [] });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.midPush).toBeGreaterThan(0);
  expect(report.inWindow).toBe(report.onServer);
});
