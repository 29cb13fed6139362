import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { exportUnsent } from "../../../../electron/os/export-unsent.ts";
import { readUnsent } from "../../../../electron/os/journal/read-unsent.ts";
import { encodeRecord } from "../../../../electron/os/journal/record-codec.ts";
import {
  claimProfileFormat,
  ProfileIsNewer,
} from "../../../../electron/os/profile-format.ts";
import { setAsideStore } from "../../../../electron/os/set-aside-store.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const KEY = new Uint8Array(32).fill(7);

const entry = (d: number) => ({
  ...{ d, m: randomUUID(), hlc: `${d}.0`, at: d, label: "x" },
  ops: [{ c: "contacts", id: randomUUID(), k: "del", rev: 1 }],
});

test("of a later version's journal what can be understood is read, and nothing is changed", async () => {
  const folder = temporaryFolder();
  const [acknowledged, unsent] = [entry(1), entry(2)];
  const records = [
    { k: "header", version: 99, base: null, more: [] },
    { k: "entry", entry: acknowledged },
    { k: "something-new", x: 1 },
    { k: "entry", entry: unsent },
    { k: "acknowledged", upto: 1, refused: [], at: 5 },
  ];
  const bytes = records.map((record, i) =>
    encodeRecord(KEY, { segment: 3, seq: i + 1 }, i + 1, record),
  );
  const file = path.join(folder, "journal-000003.bin");
  writeFileSync(file, Buffer.concat([...bytes, Buffer.alloc(100)]));
  const before = readFileSync(file);
  expect(await readUnsent(folder, KEY)).toEqual([unsent]);
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(await readUnsent(path.join(folder, "none"), KEY)).toEqual([]);
});

test("what is exported lies where the person wanted it, or it is said that it does not", async () => {
  const folder = temporaryFolder();
  const deps = { entries: [entry(1)] as never, at: Date.UTC(2026, 2, 13) };
  const to = (file: string | null) =>
    exportUnsent({ ...deps, choose: () => Promise.resolve(file) });
  const file = path.join(folder, "a.json");
  expect(await to(file)).toEqual({ status: "saved", file });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    ...{ carnet: "unsent", entries: [{ d: 1 }] },
  });
  expect(await to(null)).toEqual({ status: "canceled" });
  const nowhere = path.join(folder, "no", "a.json");
  expect(await to(nowhere)).toEqual({ status: "failed" });
});

test("a profile says which version wrote it; a later one's is not claimed", async () => {
  const file = path.join(temporaryFolder(), "format.json");
  await claimProfileFormat(file);
  expect(readFileSync(file, "utf8")).toBe('{"store":1}\n');
  await claimProfileFormat(file);
  writeFileSync(file, "damaged");
  await claimProfileFormat(file);
  expect(readFileSync(file, "utf8")).toBe('{"store":1}\n');
  writeFileSync(file, '{"store":2,"more":true}');
  await expect(claimProfileFormat(file)).rejects.toThrow(ProfileIsNewer);
  expect(readFileSync(file, "utf8")).toBe('{"store":2,"more":true}');
});

test("the damaged copy is moved under a dated name, whole; without one there is nothing to do", async () => {
  const profile = temporaryFolder();
  const folder = path.join(profile, "carnet");
  expect(await setAsideStore(profile, folder, 0)).toBeNull();
  const store = path.join(profile, "IndexedDB");
  mkdirSync(path.join(store, "app_carnet_0"), { recursive: true });
  writeFileSync(path.join(store, "app_carnet_0", "000003.log"), "bytes");
  const aside = await setAsideStore(profile, folder, Date.UTC(2026, 2, 13));
  expect(aside).toBe(
    path.join(folder, "set-aside", "IndexedDB-2026-03-13T00-00-00-000Z"),
  );
  const kept = path.join(aside ?? "", "app_carnet_0", "000003.log");
  expect(readFileSync(kept, "utf8")).toBe("bytes");
  expect(readdirSync(profile)).toEqual(["carnet"]);
});
