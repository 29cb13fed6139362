import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Unlocked } from "../../../electron/ipc/handlers.ts";
import { createNotebook } from "../../../electron/notebook.ts";
import { createKeyVault, type Keys } from "../../../electron/os/key-vault.ts";
import type { Keystore } from "../../../electron/os/keystore.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const keystore: Keystore = {
  available: async () => true,
  wrap: async (text) => Buffer.from(text),
  unwrap: async (bytes) => bytes.toString(),
};

/** A notebook with two unsent entries, in which every step is noted; `clearStore` can fail. */
function world() {
  const folder = temporaryFolder();
  const file = path.join(folder, "vault.json");
  const steps: string[] = [];
  const warned: string[] = [];
  const seen: Keys[] = [];
  const disk = { fails: false };
  const notebook = createNotebook({
    folder,
    newVault: (locked) =>
      createKeyVault({ file, sealedFolders: [], keystore, locked }),
    unlock: async (keys) => {
      seen.push(keys);
      writeFileSync(path.join(folder, "journal"), "sealed");
      return {
        journal: {
          read: async () => ({ pending: [{}, { empty: true }], held: [{}] }),
          close: async () => steps.push("journal closed"),
        },
        uploads: { close: async () => steps.push("uploads closed") },
        link: {
          close: () => steps.push("link closed"),
          disconnect: async () => steps.push("disconnected"),
        },
      } as unknown as Unlocked;
    },
    readUnsent: async () => [],
    reloadPage: async (where) => {
      if (where === "here") steps.push("page here");
      else steps.push(existsSync(file) ? "page, with the key there" : "page");
    },
    clearStore: async () => {
      if (disk.fails) throw new Error("EBUSY");
      steps.push("store");
    },
    warn: (line) => warned.push(line),
  });
  return { notebook, folder, steps, warned, seen, disk };
}

test("an erasure closes what is open, destroys the key, then what it sealed, and says how much nobody else has", async () => {
  const { notebook, folder, steps, warned, seen } = world();
  expect(await notebook.open()).toMatchObject({ kind: "open" });
  await notebook.unlocked();
  await notebook.erase();
  expect(steps).toEqual([
    "link closed",
    "uploads closed",
    "disconnected",
    "journal closed",
    "page",
    "store",
  ]);
  expect(await notebook.open()).toEqual({ kind: "erased", unsent: 2 });
  expect(await notebook.unlock("correct horse")).toMatchObject({
    kind: "erased",
  });
  expect(notebook.present()).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  expect(warned).toEqual([]);
  for (const key of Object.values(seen[0] ?? {}))
    expect(key.every((byte) => byte === 0)).toBe(true);
});

test("afresh, there is a new key; but not while something of the old one is left", async () => {
  const { notebook, seen, disk, warned } = world();
  await notebook.open();
  const before = Buffer.from((await notebook.unlocked(), seen[0]!.store));
  disk.fails = true;
  await notebook.erase();
  expect(warned).toHaveLength(1);
  await expect(notebook.startAfresh()).rejects.toThrow("EBUSY");
  expect(await notebook.open()).toMatchObject({ kind: "erased" });
  disk.fails = false;
  await notebook.startAfresh();
  expect(await notebook.open()).toMatchObject({ kind: "open" });
  await notebook.unlocked();
  expect(Buffer.from(seen[1]!.store).equals(before)).toBe(false);
});

test("a lock closes what is open, forgets every key and asks for it again; nothing on the disk changes", async () => {
  const { notebook, folder, steps, seen } = world();
  await notebook.open();
  await notebook.unlocked();
  const before = Buffer.from(seen[0]!.store);
  const files = readdirSync(folder);
  await notebook.lock();
  expect(steps).toEqual([
    "link closed",
    "uploads closed",
    "journal closed",
    "page here",
  ]);
  expect(notebook.present()).toBeNull();
  for (const key of Object.values(seen[0] ?? {}))
    expect(key.every((byte) => byte === 0)).toBe(true);
  expect(readdirSync(folder)).toEqual(files);
  // Twice is once.
  await notebook.lock();
  expect(steps).toHaveLength(4);
  expect(await notebook.open()).toMatchObject({ kind: "locked" });
  expect(await notebook.unlock(null)).toMatchObject({ kind: "open" });
  await notebook.unlocked();
  expect(Buffer.from(seen[1]!.store)).toEqual(before);
});
