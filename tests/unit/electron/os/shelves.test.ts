import {
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { watchDisk } from "../../../../electron/os/disk-watch.ts";
import { openDraftShelf } from "../../../../electron/os/draft-shelf.ts";
import {
  openLogFile,
  withoutPeople,
} from "../../../../electron/os/log-file.ts";
import { setRunningMark } from "../../../../electron/os/running-mark.ts";
import { openSnapshotShelf } from "../../../../electron/os/snapshot-shelf.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const KEY = new Uint8Array(32).fill(7);
const ID = "0190c0de-0000-7000-8000-000000000001";

test("a draft is there after a restart, sealed; one that was saved or spoiled is not", async () => {
  const folder = temporaryFolder();
  const shelf = await openDraftShelf(folder, KEY);
  const other = ID.replace("1", "2");
  void shelf.keep(ID, { text: "Zwyssighüsli" });
  void shelf.keep(other, { text: "x" });
  void shelf.keep(ID, { text: "Zwyssighüsli, later" });
  await shelf.keep(other, null);
  const [name = ""] = readdirSync(folder);
  expect(readFileSync(path.join(folder, name), "latin1")).not.toContain("Zwy");
  const again = await openDraftShelf(folder, KEY);
  expect(await again.read()).toEqual([{ text: "Zwyssighüsli, later" }]);
  writeFileSync(path.join(folder, name), "spoiled");
  expect(await again.read()).toEqual([]);
});

async function snapshots(folder: string, day: number) {
  return openSnapshotShelf({
    ...{ folder, key: KEY, keeps: 2 },
    now: () => Date.UTC(2026, 2, day),
  });
}

test("of the snapshots the newest are kept, and given back piece by piece", async () => {
  const folder = temporaryFolder();
  for (const day of [1, 2, 3]) {
    const shelf = await snapshots(folder, day);
    const token = await shelf.begin();
    for (const text of ["one", "two"]) await shelf.add(token, `${text} ${day}`);
    expect(await shelf.finish(token)).toBe(true);
  }
  const shelf = await snapshots(folder, 4);
  const names = await shelf.list();
  expect(names.map((name) => name.slice(0, 10))).toEqual([
    "2026-03-03",
    "2026-03-02",
  ]);
  const [newest = ""] = names;
  expect(await shelf.read(newest, 0)).toBe("one 3");
  expect(await shelf.read(newest, 1)).toBe("two 3");
  expect(await shelf.read(newest, 2)).toBeNull();
  expect(await shelf.read("../vault.json", 0)).toBeNull();
});

test("a snapshot that was not finished, or cannot be read back, is none", async () => {
  const folder = temporaryFolder();
  const cut = await snapshots(folder, 1);
  const token = await cut.begin();
  await cut.add(token, "one");
  expect(await cut.list()).toEqual([]);
  const [part = ""] = readdirSync(folder);
  truncateSync(path.join(folder, part), 20);
  expect(await cut.finish(token)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test("who was at a snapshot when the next one was begun adds nothing to that one, and does not finish it", async () => {
  const shelf = await snapshots(temporaryFolder(), 1);
  const first = await shelf.begin();
  await shelf.add(first, "first");
  const second = await shelf.begin();
  await expect(shelf.add(first, "late")).rejects.toThrow("no snapshot");
  await shelf.add(second, "second");
  expect(await shelf.finish(first)).toBe(false);
  expect(await shelf.list()).toEqual([]);
  expect(await shelf.finish(second)).toBe(true);
  const [name = ""] = await shelf.list();
  expect(await shelf.read(name, 0)).toBe("second");
  expect(await shelf.read(name, 1)).toBeNull();
});

test("the log goes round in five files and names nobody", () => {
  const folder = temporaryFolder();
  const log = openLogFile({ folder, now: () => 0, maxBytes: 100 });
  for (let i = 0; i < 40; i++)
    log.note(`line ${i} of the log, with some words`);
  expect(readdirSync(folder)).toHaveLength(5);
  expect(log.tail(1)[0]).toContain("line 39");
  log.note("mail to anna.muster@example.ch failed");
  expect(log.tail(1)[0]).toContain("mail to <address> failed");
  const told = withoutPeople(
    "ENOENT /home/cro/.config/Carnet/x: +41 26 555 83 01\nCRO",
    "/home/cro",
    "cro",
  );
  expect(told).toBe("ENOENT ~/.config/Carnet/x: <figures> | CRO");
});

test("two starts that have shown nothing make the third a careful one", () => {
  const file = path.join(temporaryFolder(), "running");
  expect(setRunningMark(file)).toMatchObject({
    unclean: false,
    careful: false,
  });
  expect(setRunningMark(file)).toMatchObject({ unclean: true, careful: false });
  const third = setRunningMark(file);
  expect(third.careful).toBe(true);
  third.shown();
  const fourth = setRunningMark(file);
  expect(fourth).toMatchObject({ unclean: true, careful: false });
  fourth.failed();
  expect(setRunningMark(file).careful).toBe(true);
  fourth.clear();
  expect(setRunningMark(file)).toMatchObject({
    unclean: false,
    careful: false,
  });
});

test("a disk that fills up is told once, and once that it has room again", async () => {
  const told: boolean[] = [];
  let free = 1e12;
  const stop = watchDisk({
    free: async () => free,
    onChange: (low) => told.push(low),
    every: 1,
  });
  const until = async (n: number) => {
    while (told.length < n) await new Promise((done) => setTimeout(done, 2));
  };
  free = 1e6;
  await until(1);
  free = 1e12;
  await until(2);
  stop();
  expect(told).toEqual([true, false]);
});
