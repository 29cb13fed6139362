import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { openBackup } from "../../../../../electron/os/backup/backup-reader.ts";
import { createBackupWriter } from "../../../../../electron/os/backup/backup-writer.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const PASSPHRASE = "Zürich–Genève 1899";
/** The real cost is measured elsewhere; here a file is opened some hundred times. */
const COST = { logN: 10, r: 8, p: 1 };
const FORMAT = path.resolve(
  import.meta.dirname,
  "../../../../../electron/os/backup/FORMAT.md",
);

const lines = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ id: from + i, name: "Brasserie Müller" })}\n`,
  ).join("");
const attachment = new Uint8Array(randomBytes(200_000));
const sumOf = (bytes: Uint8Array) =>
  createHash("sha256").update(bytes).digest("hex");

async function written(cost = COST) {
  const folder = temporaryFolder();
  const file = path.join(folder, "a.carnetbackup");
  const writer = await createBackupWriter({
    ...{ file, passphrase: PASSPHRASE, app: "0.1.0", now: () => 0, cost },
  });
  await writer.addDocuments("contacts", 3_000, lines(0, 3_000));
  await writer.addDocuments("contacts", 2, lines(3_000, 2));
  await writer.addFile(sumOf(attachment), attachment);
  await writer.addFile(sumOf(attachment), attachment);
  writer.noteMissing("0".repeat(64));
  await writer.finish(async () => true);
  return { folder, file };
}

async function opened(file: string, passphrase = PASSPHRASE) {
  const result = await openBackup(file, passphrase);
  if (result.kind !== "open") throw new Error(result.kind);
  return result.reader;
}

/** What the person would be told, after every part was read. */
async function verdict(file: string, passphrase = PASSPHRASE) {
  const result = await openBackup(file, passphrase);
  if (result.kind !== "open") return result.kind;
  const { manifest, read, close } = result.reader;
  const found = await Promise.all(manifest.entries.map(read));
  await close();
  return found.every((bytes) => bytes !== null) ? "whole" : "part damaged";
}

test("what was written is read back, each attachment once, and nothing else lies beside it", async () => {
  const { folder, file } = await written();
  const reader = await opened(file);
  expect(reader.manifest).toMatchObject({
    ...{ format: "carnet-backup", version: 1, app: "0.1.0" },
    documents: { contacts: 3_002 },
    missing: ["0".repeat(64)],
  });
  const parts = await Promise.all(reader.manifest.entries.map(reader.read));
  expect(parts.map((part) => part?.length)).toEqual([
    Buffer.byteLength(lines(0, 3_000)),
    Buffer.byteLength(lines(3_000, 2)),
    attachment.length,
  ]);
  expect(parts[1]?.toString("utf8")).toBe(lines(3_000, 2));
  expect(sumOf(parts[2] ?? new Uint8Array())).toBe(sumOf(attachment));
  await reader.close();
  expect(readdirSync(folder)).toEqual(["a.carnetbackup"]);
});

test("nothing of it stands in clear, and two of the same notebook have nothing in common", async () => {
  const [one, two] = [await written(), await written()];
  const [a, b] = [readFileSync(one.file), readFileSync(two.file)];
  for (const word of ["Brasserie", "manifest", "contacts", "PK\u0003\u0004"])
    expect(a.includes(word), word).toBe(false);
  expect(a.subarray(12, 68).equals(b.subarray(12, 68))).toBe(false);
  expect(a.subarray(68, 1_068).equals(b.subarray(68, 1_068))).toBe(false);
});

test("another passphrase is told from a file that is damaged; letters that look the same are the same", async () => {
  const { file } = await written();
  expect(await verdict(file, "Zürich–Genève 1898")).toBe("wrong-passphrase");
  expect(await verdict(file, PASSPHRASE.normalize("NFD"))).toBe("whole");
});

test("cut at any length it is refused, and so is what is no backup", async () => {
  const { folder, file } = await written();
  const { size } = statSync(file);
  const copy = path.join(folder, "cut");
  const chunk = 65_536 + 16;
  const lengths = [67, 68, 70, 68 + chunk, 68 + 2 * chunk, size - 1];
  for (const length of lengths) {
    copyFileSync(file, copy);
    truncateSync(copy, length);
    const expected = length < 68 ? "not-a-backup" : "damaged";
    expect(await verdict(copy), `${length} bytes`).toBe(expected);
  }
  writeFileSync(copy, "PK\u0003\u0004 an ordinary zip file".repeat(100));
  expect(await verdict(copy)).toBe("not-a-backup");
  expect(await verdict(path.join(folder, "none"))).toBe("unreadable");
});

test("any bit that was changed is noticed, and so are chunks that were doubled, left out or put elsewhere", async () => {
  const { folder, file } = await written();
  const whole = readFileSync(file);
  const copy = path.join(folder, "changed");
  const places = Array.from({ length: 60 }, (_, i) =>
    Math.floor((i * (whole.length - 1)) / 59),
  );
  for (const at of places) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(copy, bytes);
    expect(await verdict(copy), `byte ${at}`).not.toBe("whole");
  }
  const chunk = 65_536 + 16;
  const [head, first, second, rest] = [
    whole.subarray(0, 68),
    whole.subarray(68, 68 + chunk),
    whole.subarray(68 + chunk, 68 + 2 * chunk),
    whole.subarray(68 + 2 * chunk),
  ];
  expect(rest.length).toBeGreaterThan(0);
  for (const parts of [
    [head, second, first, rest],
    [head, first, rest],
    [head, first, first, second, rest],
    [head, first, second, rest, rest],
  ]) {
    writeFileSync(copy, Buffer.concat(parts));
    expect(await verdict(copy)).toMatch("damaged");
  }
});

test("one that was given up leaves the older one under its name", async () => {
  const { folder, file } = await written();
  const before = readFileSync(file);
  const writer = await createBackupWriter({
    ...{ file, passphrase: "another one", app: "0.1.0", now: () => 0 },
    cost: COST,
  });
  await writer.addDocuments("contacts", 1, lines(0, 1));
  await writer.cancel();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(["a.carnetbackup"]);
});

test("a stranger opens it with the program in FORMAT.md, and another zip library reads what comes out", async () => {
  const { folder, file } = await written({ logN: 15, r: 8, p: 1 });
  const [, program = ""] = /```js\n([\s\S]*?)```/.exec(
    readFileSync(FORMAT, "utf8"),
  ) ?? [""];
  const script = path.join(folder, "open-backup.mjs");
  const zip = path.join(folder, "backup.zip");
  writeFileSync(script, program);
  execFileSync(process.execPath, [script, file, zip], {
    env: { ...process.env, PASSPHRASE },
  });
  const entries = unzipSync(readFileSync(zip));
  expect(Buffer.from(entries["contacts/0002.jsonl"] ?? []).toString()).toBe(
    lines(3_000, 2),
  );
  expect(Object.keys(entries)).toEqual([
    "contacts/0001.jsonl",
    "contacts/0002.jsonl",
    `files/${sumOf(attachment)}`,
    "manifest.json",
  ]);
});

test("a backup that cannot be read back leaves the one before it under its name", async () => {
  const { folder, file } = await written();
  const before = readFileSync(file);
  const writer = await createBackupWriter({
    ...{ file, passphrase: PASSPHRASE, app: "0.1.0", now: () => 0, cost: COST },
  });
  await writer.addDocuments("contacts", 1, lines(0, 1));
  let seen = "";
  const unread = writer.finish(async (part) => {
    seen = part;
    return false;
  });
  await expect(unread).rejects.toThrow();
  expect(seen).not.toBe(file);
  expect(readFileSync(file).equals(before)).toBe(true);
  await writer.cancel();
  expect(readdirSync(folder)).toEqual([path.basename(file)]);
});

test("one that is given up late takes nothing of the one that was begun after it under the same name", async () => {
  const file = path.join(temporaryFolder(), "a.carnetbackup");
  const begin = () =>
    createBackupWriter({
      ...{ file, passphrase: PASSPHRASE, app: "0.1.0", now: () => 0 },
      cost: COST,
    });
  const late = await begin();
  const next = await begin();
  await next.addDocuments("contacts", 1, lines(0, 1));
  await late.cancel();
  await next.finish(async () => true);
  expect(await verdict(file)).toBe("whole");
  expect(readdirSync(path.dirname(file))).toEqual(["a.carnetbackup"]);
});
