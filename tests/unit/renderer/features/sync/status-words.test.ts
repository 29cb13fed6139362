import { beforeAll, expect, test } from "vitest";
import type { i18n } from "i18next";
import { receptionOf } from "../../../../../renderer/features/sync/reception.ts";
import {
  isRetry,
  statusWords,
} from "../../../../../renderer/features/sync/status-words.ts";
import { startWords } from "../../../../../renderer/i18n/start-words.ts";
import type { SyncStatus } from "../../../../../shared/sync/status.ts";

const NOW = new Date(2026, 2, 13, 14, 3).getTime();
const at = (hour: number, minute: number) =>
  new Date(2026, 2, 13, hour, minute).getTime();

const status: SyncStatus = {
  kind: "current",
  waiting: 0,
  waited: 0,
  lastSuccess: NOW,
  nextTry: null,
  problem: null,
  refused: 0,
  held: 0,
  server: "https://carnet.example",
  runs: [],
  progress: null,
  comparedAt: null,
  clockOffsetMs: 0,
};
const run = (hour: number, minute: number, ok: boolean) => ({
  at: at(hour, minute),
  ok,
  sent: 0,
  received: 0,
  ms: 10,
});

let words: i18n;
beforeAll(async () => {
  words = await startWords("en");
});
const say = (changed: Partial<SyncStatus>) =>
  statusWords({ ...status, ...changed }, words.t, NOW);

test("the words of ux.md 5(e)", () => {
  expect(say({})).toBe("Up to date - 14:03");
  expect(say({ kind: "paused" })).toBe("Paused by you");
  expect(say({ kind: "not-connected" })).toBe("Not connected to a server");
  expect(say({ kind: "attention", refused: 1 })).toBe("1 needs you");
  expect(say({ kind: "sending", waiting: 2, waited: 3 })).toBe(
    "Sending 2 of 3",
  );
});

test("offline says since when: the first of the failed runs in a row", () => {
  const runs = [run(9, 5, true), run(9, 12, false), run(9, 20, false)];
  expect(say({ kind: "offline", waiting: 3, runs })).toBe(
    "3 waiting - offline since 09:12",
  );
  expect(say({ kind: "offline", runs })).toBe("Offline since 09:12");
  expect(say({ kind: "offline" })).toBe("Offline");
});

test("a next try is spoken of only after a run that failed", () => {
  expect(isRetry({ runs: [] })).toBe(false);
  expect(isRetry({ runs: [run(9, 20, true), run(9, 12, false)] })).toBe(false);
  expect(isRetry({ runs: [run(9, 12, true), run(9, 20, false)] })).toBe(true);
});

test("what waits is told in every state that does not send", () => {
  expect(say({ kind: "not-connected", waiting: 2 })).toContain("2 waiting");
  // Where no server has ever been, nothing waits for one.
  expect(say({ kind: "not-connected", waiting: 2, lastSuccess: null })).toBe(
    "Not connected to a server",
  );
  expect(say({ kind: "paused", waiting: 2 })).toContain("2 waiting");
  const nextTry = at(14, 5);
  expect(say({ kind: "asked-to-wait", nextTry, waiting: 2 })).toBe(
    "2 waiting - server busy until 14:05",
  );
  expect(say({ kind: "asked-to-wait", nextTry })).toBe(
    "Server busy; goes on at 14:05",
  );
});

test("a long reception says how far it is, in steps, and never that it is over", () => {
  const far = (received: number, left: number) =>
    say({ kind: "receiving", progress: { received, left, since: NOW } });
  expect(far(1000, 99_000)).toBe("Receiving (0 %)");
  expect(far(37_000, 63_000)).toBe("Receiving (35 %)");
  expect(far(99_999, 1)).toBe("Receiving (95 %)");
  expect(say({ kind: "receiving" })).toBe("Receiving");
});

test("rate and remaining time are told once they are known", () => {
  const progress = { received: 20_000, left: 80_000, since: NOW };
  expect(receptionOf(progress, NOW + 500)).toMatchObject({
    ...{ part: 0.2, total: 100_000, rate: null, leftMs: null },
  });
  expect(receptionOf(progress, NOW + 4000)).toMatchObject({
    ...{ rate: 5000, leftMs: 16_000 },
  });
});
