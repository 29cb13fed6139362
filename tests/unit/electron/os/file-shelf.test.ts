import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openFileShelf } from "../../../../electron/os/file-shelf.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const KEY = randomBytes(32);

function damage(folder: string, place: string): void {
  const file = readdirSync(folder).find((name) => name.endsWith(place)) ?? "";
  const bytes = readFileSync(path.join(folder, file));
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(path.join(folder, file), bytes);
}

test("a damaged copy that waits does not take the good one that was sent with it", async () => {
  const folder = temporaryFolder();
  const shelf = await openFileShelf(folder, KEY);
  const bytes = new Uint8Array(randomBytes(100));
  const { sha256 } = await shelf.add(bytes);
  const [name = ""] = await shelf.waiting();
  await shelf.sent(name);
  await shelf.add(bytes);
  damage(folder, ".waiting");
  expect(await shelf.read(sha256)).toEqual(bytes);
  expect(await shelf.waiting()).toEqual([]);
  expect(await shelf.sentSince(0)).toEqual([name]);
  // Attached once more it is whole again, and goes out again.
  await shelf.add(bytes);
  expect(await shelf.waiting()).toEqual([name]);
});

test("how long ago a file was sent is not how long ago it was added", async () => {
  const folder = temporaryFolder();
  const shelf = await openFileShelf(folder, KEY);
  await shelf.add(randomBytes(100));
  const [name = ""] = await shelf.waiting();
  // Forty days without a line.
  const then = Date.now() / 1000 - 40 * 86_400;
  utimesSync(path.join(folder, `${name}.waiting`), then, then);
  const before = Date.now();
  await shelf.sent(name);
  expect(await shelf.sentSince(before - 1_000)).toEqual([name]);
  await shelf.sent(name);
  expect(await shelf.refusedOnes()).toEqual([]);
});

test("each file says where it stands; one that the server has given is kept, and is not sent", async () => {
  const shelf = await openFileShelf(temporaryFolder(), KEY);
  const [own, given] = [100, 200].map((n) => new Uint8Array(randomBytes(n)));
  if (!own || !given) throw new Error("There are two");
  const { sha256 } = await shelf.add(own);
  const other = createHash("sha256").update(given).digest("hex");
  const asked = [sha256, other];
  expect(await shelf.standing(asked)).toEqual({
    [sha256]: "waiting",
    [other]: "absent",
  });
  await shelf.keep(given);
  expect(await shelf.read(other)).toEqual(given);
  const [name = ""] = await shelf.waiting();
  await shelf.refused(name);
  expect(await shelf.waiting()).toEqual([]);
  expect(await shelf.standing(asked)).toEqual({
    [sha256]: "refused",
    [other]: "sent",
  });
  expect(await shelf.refusedHashes()).toEqual([sha256]);
});
