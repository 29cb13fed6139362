import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  createLinkInbox,
  LARGEST_FILE_BYTES,
  PIECE_BYTES,
} from "../../../../electron/os/link-inbox.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ID = "0190c0de-0000-7000-8000-000000000001";
const contact = { kind: "contact", id: ID } as const;

function inbox() {
  let told = 0;
  const links = createLinkInbox(() => told++);
  return { links, told: () => told };
}

/** Of a backup; what is no file has none. */
const offer = async (file: string) =>
  file.endsWith("gone.carnetbackup")
    ? null
    : { key: ID, name: path.basename(file), bytes: 7 };

test("a backup gets the key that it is opened by, and its folder is not told", async () => {
  const { links } = inbox();
  for (const name of ["mon carnet.carnetbackup", "gone.carnetbackup"])
    links.add([{ kind: "backup", path: path.join("/home/chantal", name) }]);
  expect(await links.take(offer)).toEqual([
    { kind: "backup", key: ID, name: "mon carnet.carnetbackup", bytes: 7 },
    {
      ...{ kind: "unread-file", name: "gone.carnetbackup" },
      reason: "unreadable",
    },
  ]);
});

test("what came before the window was open waits for it, and is handed out once", async () => {
  const { links, told } = inbox();
  links.add([contact]);
  links.add([]);
  links.add([contact]);
  expect(told()).toBe(2);
  expect(await links.take(offer)).toEqual([contact, contact]);
  expect(await links.take(offer)).toEqual([]);
});

test("a file is read piece by piece under a key, and its folder is not told", async () => {
  const file = path.join(temporaryFolder(), "carte.vcf");
  const { links } = inbox();
  links.add([{ kind: "file", path: file }]);
  const content = randomBytes(PIECE_BYTES + 5);
  writeFileSync(file, content);
  const [opened] = await links.take(offer);
  if (opened?.kind !== "file") throw new Error("There is no file.");
  const { key } = opened;
  expect(opened).toEqual({
    kind: "file",
    key,
    name: "carte.vcf",
    bytes: PIECE_BYTES + 5,
  });
  const pieces = [
    await links.read(key, 0),
    await links.read(key, PIECE_BYTES),
  ].map((piece) => piece ?? new Uint8Array());
  expect(pieces.map(({ length }) => length)).toEqual([PIECE_BYTES, 5]);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
  // It was read to its end.
  expect(await links.read(key, 0)).toBeNull();
});

test("a file that is changed or gone meanwhile is not read any further", async () => {
  const folder = temporaryFolder();
  const { links } = inbox();
  for (const name of ["changed.vcf", "gone.vcf"]) {
    const file = path.join(folder, name);
    writeFileSync(file, new Uint8Array(PIECE_BYTES * 2));
    links.add([{ kind: "file", path: file }]);
  }
  const opened = await links.take(offer);
  const keys = opened.map((one) => (one.kind === "file" ? one.key : ""));
  for (const key of keys) expect(await links.read(key, 0)).not.toBeNull();
  writeFileSync(path.join(folder, "changed.vcf"), "BEGIN:VCARD");
  rmSync(path.join(folder, "gone.vcf"));
  for (const key of keys) expect(await links.read(key, PIECE_BYTES)).toBeNull();
});

test("a file that is too large, gone or none is named with its reason, and the others still come", async () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at("large.vcf"), "");
  truncateSync(at("large.vcf"), LARGEST_FILE_BYTES + 1);
  mkdirSync(at("folder.vcf"));
  const { links } = inbox();
  for (const name of ["large.vcf", "folder.vcf", "gone.vcf"])
    links.add([{ kind: "file", path: at(name) }]);
  links.add([contact]);
  expect(await links.take(offer)).toEqual([
    { kind: "unread-file", name: "large.vcf", reason: "too-large" },
    { kind: "unread-file", name: "folder.vcf", reason: "unreadable" },
    { kind: "unread-file", name: "gone.vcf", reason: "unreadable" },
    contact,
  ]);
});
