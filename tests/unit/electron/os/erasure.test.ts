import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  eraseSealed,
  finishErasure,
  isErasing,
} from "../../../../electron/os/erasure.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** A profile's folder as it is in use, and something that a later version may add. */
function usedFolder(): string {
  const folder = temporaryFolder();
  for (const name of ["vault.json", "device.sealed", "settings.json"])
    writeFileSync(path.join(folder, name), "sealed");
  for (const name of ["journal", "blobs"]) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "1"), "sealed");
  }
  return folder;
}

test("all that is sealed goes, whatever it is called; the mark stays until the store has gone too", async () => {
  const folder = usedFolder();
  expect(isErasing(folder)).toBe(false);
  await eraseSealed(folder);
  expect(isErasing(folder)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(["erasing", "settings.json"]);
  await finishErasure(folder);
  expect(isErasing(folder)).toBe(false);
});

test("begun again after a crash in the middle, it ends the same", async () => {
  const folder = usedFolder();
  writeFileSync(path.join(folder, "erasing"), "");
  await eraseSealed(folder);
  await eraseSealed(folder);
  await finishErasure(folder);
  expect(readdirSync(folder)).toEqual(["settings.json"]);
});
