import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Journal } from "../../../../../electron/os/journal/journal.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { insertOf, nameIn, openAt } from "./journal-fixture.ts";

const DAY_MS = 86_400_000;
const MONDAY = 1_790_000_000_000;
const COMPANY = { deviceId: "d1", tenantId: "t1" };

async function save(journal: Journal, ...names: readonly string[]) {
  for (const name of names) await journal.append("test", insertOf(name));
}

async function names(journal: Journal, after = 0, gapless = false) {
  const entries = await journal.entries(after, 1000, gapless);
  return entries.map((entry) => `${entry.d} ${String(nameIn(entry))}`);
}

test("what the server has acknowledged can be sent again, in order with what it has not, also after a restart", async () => {
  const folder = temporaryFolder();
  const first = await openAt(folder, { at: MONDAY });
  await first.startDevice(COMPANY);
  await save(first, "a", "b", "c");
  await first.acknowledge(2, [], "d1");
  expect(await names(first)).toEqual(["1 a", "2 b", "3 c"]);
  expect(await names(first, 1)).toEqual(["2 b", "3 c"]);
  await first.close();
  const again = await openAt(folder, { at: MONDAY + DAY_MS });
  expect(await names(again)).toEqual(["1 a", "2 b", "3 c"]);
  expect((await again.read()).pending.map(({ d }) => d)).toEqual([3]);
});

test("what was refused comes again as nothing, under its own mutation id", async () => {
  const journal = await openAt(temporaryFolder(), { at: MONDAY });
  await journal.startDevice(COMPANY);
  await save(journal, "a");
  const [{ m } = { m: "" }] = (await journal.read()).pending;
  const no = { d: 1, s: "rejected" as const, code: "forbidden", message: "" };
  await journal.acknowledge(1, [no], "d1");
  expect(await journal.entries(0, 10, false)).toMatchObject([
    { d: 1, m, ops: [{ c: "notes", id: m, k: "del", rev: 0 }] },
  ]);
});

test("after 30 days and a week it is gone, what is unsent and refused stays, and a gap is filled on demand", async () => {
  const folder = temporaryFolder();
  const old = await openAt(folder, { at: MONDAY });
  await old.startDevice(COMPANY);
  await save(old, "a", "b", "refused");
  const no = { d: 3, s: "rejected" as const, code: "forbidden", message: "" };
  await old.acknowledge(3, [no], "d1");
  await old.addLease({ series: "contacts", lo: 1, hi: 9, format: "CT{00}" });
  await old.close();
  const young = await openAt(folder, { at: MONDAY + 20 * DAY_MS });
  await save(young, "c", "d", "unsent");
  await young.acknowledge(5, [], "d1");
  await young.close();

  const later = await openAt(folder, { at: MONDAY + 38 * DAY_MS });
  expect(readdirSync(folder)).toEqual(["journal-000002.bin"]);
  expect(await names(later)).toEqual(["4 c", "5 d", "6 unsent"]);
  expect((await later.read()).refused.map(nameIn)).toEqual(["refused"]);
  expect(later.numbersLeft("contacts")).toBe(9);
  const filled = await later.entries(1, 3, true);
  expect(filled.map(({ d }) => d)).toEqual([2, 3, 4]);
  expect(filled.slice(0, 2).map(({ ops }) => ops[0]?.k)).toEqual([
    "del",
    "del",
  ]);
  expect(await later.entries(1, 3, true)).toEqual(filled);
  await save(later, "next");
  await later.close();
  const end = await openAt(folder, { at: MONDAY + 39 * DAY_MS });
  expect(await names(end)).toEqual(["4 c", "5 d", "6 unsent", "7 next"]);
});

test("under a new device id the acknowledged entries come first, so that they can be sent again and are not laid over anything", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  await journal.startDevice(COMPANY);
  await save(journal, "a", "b", "c");
  await journal.acknowledge(2, [], "d1");
  await journal.startDevice({ ...COMPANY, deviceId: "d2" });
  await save(journal, "d");
  expect(await journal.read()).toMatchObject({ acked: 2, lastD: 4 });
  expect(await names(journal)).toEqual(["1 a", "2 b", "3 c", "4 d"]);
  await journal.close();
  const again = await openAt(folder, { at: MONDAY });
  expect(await again.read()).toMatchObject({ acked: 2, lastD: 4 });
  expect(await names(again)).toEqual(["1 a", "2 b", "3 c", "4 d"]);
});

test("a document sent back to a restored server keeps its time, and its refusal bothers nobody", async () => {
  const journal = await openAt(temporaryFolder(), { at: MONDAY });
  await journal.startDevice(COMPANY);
  await save(journal, "a");
  await journal.appendAgain("1000.0", insertOf("held"), 1);
  await save(journal, "b");
  const { pending } = await journal.read();
  expect(pending[1]).toMatchObject({ d: 2, hlc: "1000.0", again: true });
  expect(pending[2]?.hlc).toBe(`${MONDAY}.1`);
  const no = { d: 2, s: "rejected" as const, code: "forbidden", message: "" };
  await journal.acknowledge(2, [no], "d1");
  expect((await journal.read()).refused).toEqual([]);
});

test("a document is not sent back behind an entry that speaks of it, not even one of the same moment", async () => {
  const journal = await openAt(temporaryFolder(), { at: MONDAY });
  await journal.startDevice(COMPANY);
  await save(journal, "a");
  const needless = { status: "needless" };
  expect(await journal.appendAgain("1.0", insertOf("a"), 0)).toEqual(needless);
  const [, again] = await Promise.all([
    journal.append("test", insertOf("b")),
    journal.appendAgain("1.0", insertOf("b"), 1),
  ]);
  expect(again).toEqual(needless);
  expect((await journal.read()).lastD).toBe(2);
  // Who asked knew of it, and asks all the same.
  const known = await journal.appendAgain("1.0", insertOf("a"), 2);
  expect(known.status).toBe("saved");
});
