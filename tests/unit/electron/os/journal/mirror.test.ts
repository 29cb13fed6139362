import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../temporary-folder.ts";
import {
  failingDisk,
  insertOf,
  nameIn,
  openAt,
  segmentFileIn,
} from "./journal-fixture.ts";

/** A journal of three entries in two folders, closed. */
async function written() {
  const folder = temporaryFolder();
  const mirror = path.join(temporaryFolder(), "copy");
  const journal = await openAt(folder, { mirror });
  for (const name of ["a", "b", "c"])
    await journal.append("test", insertOf(name));
  await journal.close();
  return { folder, mirror, file: segmentFileIn(folder) };
}

async function namesIn(folder: string, mirror: string) {
  const journal = await openAt(folder, { mirror });
  const { pending } = await journal.read();
  await journal.close();
  return pending.map(nameIn);
}

test("both folders hold the same, also after what was written later", async () => {
  const { folder, mirror, file } = await written();
  const other = segmentFileIn(mirror);
  expect(readFileSync(other)).toEqual(readFileSync(file));
  const journal = await openAt(folder, { mirror });
  await journal.append("test", insertOf("d"));
  await journal.close();
  expect(readFileSync(other)).toEqual(readFileSync(file));
});

test.each(["deleted", "cut", "spoiled", "emptied"] as const)(
  "a journal that was %s costs nothing, and is whole again in both folders",
  async (damage) => {
    for (const which of ["folder", "mirror"] as const) {
      const place = await written();
      const hit = segmentFileIn(place[which]);
      const bytes = readFileSync(hit);
      if (damage === "deleted") rmSync(hit);
      else if (damage === "emptied") writeFileSync(hit, "");
      else if (damage === "cut") writeFileSync(hit, bytes.subarray(0, 300));
      else
        writeFileSync(
          hit,
          bytes.map((byte, at) => (at < 400 ? 85 : byte)),
        );
      const { folder, mirror } = place;
      expect(await namesIn(folder, mirror)).toEqual(["a", "b", "c"]);
      expect(readFileSync(segmentFileIn(mirror))).toEqual(
        readFileSync(segmentFileIn(folder)),
      );
      expect(await namesIn(folder, mirror)).toEqual(["a", "b", "c"]);
    }
  },
);

test("what was spoiled and mended stays beside the journal", async () => {
  const { folder, mirror, file } = await written();
  writeFileSync(file, "spoiled");
  await namesIn(folder, mirror);
  expect(readdirSync(folder).join()).toContain("damaged");
});

test("what the disk has refused is in neither folder", async () => {
  const folder = temporaryFolder();
  const mirror = path.join(temporaryFolder(), "copy");
  const disk = failingDisk();
  const journal = await openAt(folder, { mirror, io: disk.io });
  await journal.append("test", insertOf("a"));
  disk.fail({ call: "datasync", code: "EIO" });
  expect(await journal.append("test", insertOf("b"))).toMatchObject({
    status: "failed",
  });
  disk.fail(null);
  await journal.append("test", insertOf("c"));
  await journal.close();
  expect(await namesIn(folder, mirror)).toEqual(["a", "c"]);
  rmSync(segmentFileIn(folder));
  expect(await namesIn(folder, mirror)).toEqual(["a", "c"]);
});
