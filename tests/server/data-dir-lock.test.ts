import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import {
  DataDirBusyError,
  lockDataDir,
} from "../../server/storage/data-dir-lock.ts";

const dir = mkdtempSync(join(tmpdir(), "carnet-lock-"));
const file = join(dir, "lock");

afterEach(() => {
  rmSync(file, { force: true });
});

test("a folder is locked once, and free again after the release", () => {
  const { release } = lockDataDir(dir);
  expect(() => lockDataDir(dir)).toThrow(DataDirBusyError);
  release();
  lockDataDir(dir).release();
});

test("the lock of a process that is gone is taken over", () => {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(file, `${gone} boot 1`);
  lockDataDir(dir).release();
});

test("the lock of a process whose pid another program has now is taken over", () => {
  lockDataDir(dir);
  const mine = readFileSync(file, "utf8");
  writeFileSync(file, mine.replace(/\d+$/, "1"));
  lockDataDir(dir).release();
});

test("a lock that was never written to the end is taken over", () => {
  writeFileSync(file, "");
  lockDataDir(dir).release();
});

test("a release never removes somebody else's lock", () => {
  const { release } = lockDataDir(dir);
  writeFileSync(file, "1 other 1");
  release();
  expect(readFileSync(file, "utf8")).toBe("1 other 1");
});
