import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { UNREADABLE_LABEL } from "../../../../../electron/os/journal/unreadable-entry.ts";
import { JournalEntry } from "../../../../../shared/ipc/journal.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { insertOf, nameIn, openAt, segmentFileIn } from "./journal-fixture.ts";

const D1 = { deviceId: "d1", tenantId: "t" };
const NAMES = ["a", "b", "c", "d", "e", "f"];

/** A journal of six entries saved one after the other, with where each record ends. */
async function written(folder: string) {
  const journal = await openAt(folder, { preallocation: 512 });
  const file = segmentFileIn(folder);
  const ends: number[] = [];
  for (const name of NAMES) {
    await journal.append("test", insertOf(name));
    ends.push(lengthOf(file));
  }
  await journal.close();
  return { bytes: readFileSync(file).subarray(0, ends.at(-1)), ends, file };
}

function lengthOf(file: string): number {
  const bytes = readFileSync(file);
  let end = bytes.length;
  while (bytes[end - 1] === 0) end -= 1;
  return end;
}

test("a byte that has gone bad costs the one entry it lies in, and not those behind it", async () => {
  const { bytes, ends, file } = await written(temporaryFolder());
  const [firstEnd = 0] = ends;
  for (let at = firstEnd; at < bytes.length; at += 3) {
    const folder = temporaryFolder();
    const bad = Buffer.from(bytes);
    bad[at]! ^= 0x55;
    writeFileSync(path.join(folder, path.basename(file)), bad);
    const journal = await openAt(folder, { preallocation: 512 });
    const hit = ends.findIndex((end) => at < end);
    const { pending, lastD, tornBytes } = await journal.read();
    // Nothing lies behind the last one: that may be a write that was cut short, and never was answered.
    const expected = NAMES.map((name, i) => (i === hit ? "?" : name)).slice(
      0,
      hit === NAMES.length - 1 ? hit : undefined,
    );
    expect([at, ...pending.map((e) => nameIn(e) ?? "?")]).toEqual([
      at,
      ...expected,
    ]);
    expect(lastD).toBe(expected.length);
    expect(tornBytes).toBeGreaterThan(0);
    await journal.close();
  }
});

test("the numbering goes on behind damage, and the same entry stands in at every start", async () => {
  const folder = temporaryFolder();
  const { bytes, ends, file } = await written(folder);
  bytes[ends[2]! + 30]! ^= 0xff;
  writeFileSync(file, bytes);
  const journal = await openAt(folder);
  const standIn = (await journal.read()).pending[3];
  expect(JournalEntry.parse(standIn)).toMatchObject({
    d: 4,
    label: UNREADABLE_LABEL,
  });
  const next = await journal.append("test", insertOf("g"));
  expect(next.status === "saved" && next.entry.d).toBe(7);
  await journal.close();

  const again = await openAt(folder);
  expect((await again.read()).pending[3]).toEqual(standIn);
  expect((await again.read()).pending.map(({ d }) => d)).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
  await again.startDevice(D1);
  await again.acknowledge(
    7,
    [{ d: 4, s: "rejected", code: "not_found" }],
    "d1",
  );
  expect((await again.read()).pending).toEqual([]);
  expect((await again.read()).refused.map(({ d }) => d)).toEqual([4]);
});

test("a write of several entries that was cut short in the middle was never answered: it ends the journal", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  await journal.append("test", insertOf("answered"));
  const file = segmentFileIn(folder);
  const before = lengthOf(file);
  // The first goes alone, the others share the write after it.
  await Promise.all(
    ["x", "y", "z"].map((name) => journal.append("test", insertOf(name))),
  );
  await journal.close();
  const bytes = readFileSync(file);
  const length = bytes.readUInt32LE(before) + 8;
  // Of the shared write, the first half did not arrive.
  const sharedAt = before + length;
  bytes.fill(0, sharedAt, sharedAt + 100);
  writeFileSync(file, bytes);

  const state = await (await openAt(folder)).read();
  expect(state.pending.map(nameIn)).toEqual(["answered", "x"]);
  expect(state.lastD).toBe(2);
});

test("what the server had acknowledged before the damage is not asked for again", async () => {
  const folder = temporaryFolder();
  const { ends, file } = await written(folder);
  const journal = await openAt(folder);
  await journal.startDevice(D1);
  await journal.acknowledge(6, [], "d1");
  await journal.close();
  const bytes = readFileSync(file);
  bytes.fill(0xee, ends[4]! + 8, ends[5]! - 4);
  writeFileSync(file, bytes);
  // Behind the damaged entry there is only the acknowledgement: it says how far the numbers had gone.
  const again = await openAt(folder);
  expect(await again.read()).toMatchObject({ pending: [], acked: 6, lastD: 6 });
  const next = await again.append("test", insertOf("g"));
  expect(next.status === "saved" && next.entry.d).toBe(7);
});

test("NUM: a number whose record has gone bad is not given a second time", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  const file = segmentFileIn(folder);
  await journal.addLease({ series: "contacts", lo: 1, hi: 9, format: "{0}" });
  await journal.takeNumber("contacts");
  const before = lengthOf(file);
  expect(await journal.takeNumber("contacts")).toBe("2");
  await journal.append("test", insertOf("later"));
  await journal.close();
  const bytes = readFileSync(file);
  bytes[before + 20]! ^= 0xff;
  writeFileSync(file, bytes);

  const again = await openAt(folder);
  expect(await again.takeNumber("contacts")).toBe("3");
  expect(
    await again.addLease({ series: "contacts", lo: 1, hi: 9, format: "{0}" }),
  ).toBe(6);
});

test("NUM: when the record of a lease has gone bad, the numbers given from it are not leased again", async () => {
  const lease = { series: "contacts", lo: 1, hi: 9, format: "{0}" };
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  const file = segmentFileIn(folder);
  const before = lengthOf(file);
  await journal.addLease(lease);
  await journal.takeNumber("contacts");
  await journal.takeNumber("contacts");
  await journal.close();
  const bytes = readFileSync(file);
  bytes[before + 20]! ^= 0xff;
  writeFileSync(file, bytes);

  const again = await openAt(folder);
  expect(again.numbersLeft("contacts")).toBe(0);
  expect(await again.addLease(lease)).toBe(7);
  expect(await again.takeNumber("contacts")).toBe("3");
});
