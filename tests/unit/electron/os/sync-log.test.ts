import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { setRunningMark } from "../../../../electron/os/running-mark.ts";
import { openSyncLog } from "../../../../electron/os/sync-log.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const run = { at: 1, ok: true, sent: 2, received: 3, ms: 4 };
const log = { lastSuccess: 5, runs: [run], comparedAt: 6, doubted: false };

test("what was written is read at the next start; a damaged file counts as none", async () => {
  const file = path.join(temporaryFolder(), "sync-log.json");
  const empty = { lastSuccess: null, runs: [], comparedAt: null };
  expect(await openSyncLog(file, false).read()).toMatchObject(empty);
  await openSyncLog(file, false).write(log);
  expect(await openSyncLog(file, false).read()).toEqual(log);
  writeFileSync(file, '{"runs": 7');
  expect(await openSyncLog(file, false).read()).toMatchObject(empty);
});

test("after an unclean end it is in doubt, until whoever read it has written", async () => {
  const file = path.join(temporaryFolder(), "sync-log.json");
  const opened = openSyncLog(file, true);
  expect((await opened.read()).doubted).toBe(true);
  expect((await opened.read()).doubted).toBe(true);
  await opened.write(log);
  expect((await opened.read()).doubted).toBe(false);
});

test("only who did not end by himself has left the mark", () => {
  const file = path.join(temporaryFolder(), "running");
  const first = setRunningMark(file);
  expect(first.unclean).toBe(false);
  expect(setRunningMark(file).unclean).toBe(true);
  first.clear();
  expect(setRunningMark(file).unclean).toBe(false);
});

test("a disk that refuses the mark does not keep the app from starting", () => {
  const file = path.join(temporaryFolder(), "nowhere", "running");
  const mark = setRunningMark(file);
  mark.clear();
  expect(mark.unclean).toBe(false);
});
