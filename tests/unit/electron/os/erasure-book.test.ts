import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openErasureBook } from "../../../../electron/os/erasure-book.ts";
import { searchProfile } from "../../../../electron/os/search-profile.ts";
import { removeStores } from "../../../../electron/os/set-aside-store.ts";
import { openSnapshotShelf } from "../../../../electron/os/snapshot-shelf.ts";
import { openDraftShelf } from "../../../../electron/os/draft-shelf.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const key = new Uint8Array(32).fill(7);
const ID = "01890000-0000-7000-8000-00000000000e";
const OTHER = "01890000-0000-7000-8000-00000000000f";
const NAME = "Elena Zwyssighüsli";
const erased = {
  ...{ held: true, keys: [`contacts/${ID}`], contacts: [ID] },
  ...{ needles: [NAME], hashes: [], blind: [] },
};

test("PRV-5: what is looked for is sealed, survives a restart, and is destroyed with the report", async () => {
  const file = path.join(temporaryFolder(), "erasures.sealed");
  const open = () => openErasureBook({ file, key, now: () => 5 });
  await open().note(erased);
  expect(readFileSync(file).includes(NAME)).toBe(false);
  expect(await open().waiting()).toMatchObject({ needles: [NAME] });
  // Told once more, when nothing is left of it.
  await open().note({ ...erased, needles: [], blind: [ID] });
  await open().rebuilt();
  expect(await open().read()).toMatchObject({ waiting: [ID], rebuilt: true });
  // What is erased after that lay in the copy that was made anew.
  await open().note({ ...erased, contacts: [OTHER], blind: [OTHER] });
  expect((await open().read()).rebuilt).toBe(false);
  const report = { searched: 9, mentions: 0, leftovers: 0 };
  await open().finish(report);
  expect(await open().waiting()).toEqual({
    ...{ keys: [], contacts: [], needles: [], blind: [] },
  });
  expect(await open().read()).toEqual({
    ...{ waiting: [], rebuilt: false },
    done: [{ ...report, contacts: [ID, OTHER], at: 5, blind: 1 }],
  });
});

test("PRV-5: the search finds a text in the journal, a form, a snapshot and a file in clear, and nothing once they are gone", async () => {
  const profile = temporaryFolder();
  const folder = path.join(profile, "carnet", "snapshots");
  let at = 0;
  const snapshots = await openSnapshotShelf({
    ...{ folder, key, keeps: 5 },
    now: () => (at += 1_000),
  });
  for (const name of [NAME, "Luc Pasquier"]) {
    const token = await snapshots.begin();
    const docs = [{ id: ID, v: { name } }];
    await snapshots.add(token, JSON.stringify({ docs }));
    await snapshots.finish(token);
  }
  const drafts = await openDraftShelf(path.join(profile, "drafts"), key);
  await drafts.keep(OTHER, { id: OTHER, contactId: ID, value: NAME });
  const log = path.join(profile, "some.log");
  writeFileSync(log, Buffer.from(`a ${NAME} b`, "utf16le"));
  const entry = { ops: [{ id: "entry", v: { name: NAME } }] };
  const search = (remembered: readonly unknown[]) =>
    searchProfile(
      {
        ...{ profile, snapshots, drafts: drafts.read },
        remembered: async () => remembered,
      },
      [NAME],
    );
  const before = await search([entry]);
  expect(new Set(before.ids)).toEqual(new Set(["entry", OTHER, ID]));
  expect(before.files).toBe(1);
  await snapshots.keepNewest();
  await drafts.forget([ID]);
  writeFileSync(log, "nothing");
  const after = await search([]);
  expect(after).toMatchObject({ ids: [], files: 0 });
  expect(after.searched).toBeGreaterThan(1);
});

test("PRV-5: the readable copy and every copy that was ever set aside go for good", async () => {
  const profile = temporaryFolder();
  const folder = path.join(profile, "carnet");
  for (const part of [
    path.join(profile, "IndexedDB", "x"),
    path.join(folder, "set-aside", "IndexedDB-1"),
  ]) {
    mkdirSync(part, { recursive: true });
    writeFileSync(path.join(part, "000003.log"), NAME);
  }
  await removeStores(profile, folder);
  expect(existsSync(path.join(profile, "IndexedDB"))).toBe(false);
  expect(existsSync(path.join(folder, "set-aside"))).toBe(false);
  expect(existsSync(path.join(folder, "going-store"))).toBe(false);
  await removeStores(profile, folder);
});
