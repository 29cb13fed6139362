import { expect, test } from "vitest";
import type { Journal } from "../../../../../electron/os/journal/journal.ts";
import type { Op } from "../../../../../shared/sync/protocol.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { failingDisk, openAt } from "./journal-fixture.ts";

const MONDAY = 1_790_000_000_000;
const D1 = { deviceId: "d1", tenantId: "t1" };
const id = (n: number) =>
  `0190c0de-0000-7000-8000-${String(n).padStart(12, "0")}`;

const made = (n: number, more: Record<string, string> = {}): Op[] => [
  {
    ...{ c: "contacts", id: id(n), k: "ins" },
    v: { id: id(n), type: "company", name: `C${n}`, ...more },
  },
];
const city = (n: number, name: string): Op[] => [
  { c: "contacts", id: id(n), k: "set", f: { city: [null, name] } },
];

/** Saves and gives the mutation id. */
async function saved(journal: Journal, ops: Op[]): Promise<string> {
  const answer = await journal.append("test", ops);
  if (answer.status === "failed") throw new Error(answer.reason);
  return answer.entry.m;
}

/** What is told after each restart, in short: `d+` counts, `d-` is empty. */
async function told(journal: Journal) {
  const { pending, held, discarded, refused, lastD, sent } =
    await journal.read();
  const names = (list: typeof held) => list.map(({ ops }) => ops[0]?.id.at(-1));
  return {
    pending: pending.map(
      ({ d, ops, empty }) => `${d}${empty ? "-" : "+"}${ops[0]?.id.at(-1)}`,
    ),
    held: names(held),
    discarded: names(discarded),
    refused: names(refused),
    lastD,
    sent,
  };
}

/** The same before and after a kill: a journal is never closed properly here. */
async function toldAlsoLater(journal: Journal, folder: string) {
  const now = await told(journal);
  const later = await openAt(folder, { at: MONDAY });
  expect(await told(later)).toEqual(now);
  await later.close();
  return now;
}

test("what is held keeps its number, takes along what came after it on the same record, and is sent under new numbers", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  const first = await saved(journal, made(1));
  await saved(journal, made(2));
  await saved(journal, city(1, "Bulle"));
  await saved(journal, made(3, { companyId: id(1) }));
  const answer = await journal.arrange({ do: "hold", ms: [first] });
  expect(answer.status).toBe("done");
  expect(answer.moved).toHaveLength(3);
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    pending: ["1-1", "2+2", "3-1", "4-3"],
    held: ["1", "1", "3"],
  });
  const { pending } = answer.state;
  expect(pending[0]).toMatchObject({ d: 1, m: first, empty: true });
  expect(pending[0]?.ops).toEqual([
    { c: "contacts", id: id(1), k: "set", f: {}, o: "inherited" },
  ]);

  // New work on it waits with it, without a question.
  const later = await journal.append("test", city(3, "Romont"));
  expect(later).toMatchObject({ entry: { d: 5, aside: { as: "held" } } });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    pending: ["1-1", "2+2", "3-1", "4-3", "5-3"],
    held: ["1", "1", "3", "3"],
  });

  // The person of the company brings the company along, and not the other way round.
  const third = (await journal.read()).held[2]?.m ?? "";
  const resumed = await journal.arrange({ do: "resume", ms: [third] });
  expect(resumed.moved.map(({ d, hlc }) => [d, hlc])).toEqual([
    [6, answer.moved[0]?.hlc],
    [7, answer.moved[2]?.hlc],
  ]);
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    pending: ["1-1", "2+2", "3-1", "4-3", "5-3", "6+1", "7+3"],
    held: ["1", "3"],
  });
});

test("what is discarded can be put back, after a kill too, and what was held is held again", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  const [one, two] = [
    await saved(journal, made(1)),
    await saved(journal, made(2)),
  ];
  await journal.arrange({ do: "hold", ms: [two] });
  const { moved } = await journal.arrange({ do: "discard", ms: [one, two] });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    pending: ["1-1", "2-2", "3-2"],
    ...{ held: [], discarded: ["1", "2"], lastD: 3 },
  });
  const ms = moved.map(({ m }) => m);
  const again = await openAt(folder, { at: MONDAY });
  expect(await again.arrange({ do: "resume", ms })).toMatchObject({
    status: "done",
  });
  expect(await told(again)).toMatchObject({
    pending: ["1-1", "2-2", "3-2", "4+1"],
    ...{ held: ["2"], discarded: [] },
  });
});

test("a refused one is discarded, put back, sent again as it is or corrected", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  await journal.startDevice(D1);
  const ms = [await saved(journal, made(1)), await saved(journal, made(2))];
  const no = { s: "rejected" as const, code: "forbidden", message: "" };
  const results = [1, 2].map((d) => ({ ...no, d }));
  await journal.acknowledge(2, results, "d1");
  await journal.arrange({ do: "discard", ms });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    ...{ pending: [], refused: [], discarded: ["1", "2"], lastD: 2 },
  });
  await journal.arrange({ do: "resume", ms });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    ...{ pending: [], refused: ["1", "2"], discarded: [] },
  });
  const [m = "", other = ""] = ms;
  await journal.arrange({ do: "resend", m, ops: made(5) });
  await journal.arrange({ do: "resume", ms: [other] });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    ...{ pending: ["3+5", "4+2"], refused: [], lastD: 4 },
  });
  const { pending } = await journal.read();
  expect(pending.some((entry) => ms.includes(entry.m))).toBe(false);
});

test("sent first: the lowest free numbers, with what it needs before it", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  for (const n of [1, 2, 3]) await saved(journal, made(n));
  const last = await saved(journal, made(4, { companyId: id(3) }));
  await journal.transmitting([{ d: 1, m: id(9), hlc: "1.0", ops: made(1) }]);
  await journal.arrange({ do: "send-first", ms: [last] });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    pending: ["1+1", "2+3", "3+4", "4+2"],
    ...{ lastD: 4, sent: 1 },
  });
});

test("what has been on its way stays; what certainly did not reach anybody is free again", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  const m = await saved(journal, made(1));
  const { pending } = await journal.read();
  const transmission = await journal.transmitting(pending);
  for (const what of ["hold", "discard", "send-first"] as const)
    expect(await journal.arrange({ do: what, ms: [m] })).toMatchObject({
      ...{ status: "transmitted", moved: [] },
    });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({ sent: 1 });
  await journal.notTransmitted(transmission);
  expect(await journal.arrange({ do: "hold", ms: [m] })).toMatchObject({
    status: "done",
  });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({ sent: 0 });
});

test("a push that was read before somebody was quicker goes out as the journal has it", async () => {
  const journal = await openAt(temporaryFolder(), { at: MONDAY });
  for (const n of [1, 2, 3]) await saved(journal, made(n));
  const { pending } = await journal.read();
  const [one, , three] = pending.map(({ m }) => m);
  await journal.arrange({ do: "send-first", ms: [three ?? ""] });
  await journal.arrange({ do: "discard", ms: [one ?? ""] });
  const { groups } = await journal.transmitting(pending);
  expect(groups.map(({ d, m, ops }) => [d, m, ops[0]?.k])).toEqual([
    [1, three, "ins"],
    [2, one, "set"],
    [3, pending[1]?.m, "ins"],
  ]);
});

test("when the disk refuses, nothing has changed", async () => {
  const folder = temporaryFolder();
  const disk = failingDisk();
  const journal = await openAt(folder, { at: MONDAY, io: disk.io });
  const m = await saved(journal, made(1));
  const before = await told(journal);
  disk.fail({ call: "datasync", code: "ENOSPC" });
  for (const what of ["hold", "discard"] as const)
    expect(await journal.arrange({ do: what, ms: [m] })).toMatchObject({
      status: "failed",
    });
  expect(await told(journal)).toEqual(before);
  disk.fail(null);
  expect(await toldAlsoLater(journal, folder)).toEqual(before);
});

test("under a new device id the numbers are others, what is set aside stays, and what was on its way still was", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder, { at: MONDAY });
  await journal.startDevice(D1);
  for (const n of [1, 2, 3, 4]) await saved(journal, made(n));
  await journal.acknowledge(1, [], "d1");
  const { pending } = await journal.read();
  await journal.arrange({ do: "hold", ms: [pending[2]?.m ?? ""] });
  await journal.transmitting(pending.slice(0, 1));
  await journal.startDevice({ deviceId: "d2", tenantId: "t1" });
  expect(await toldAlsoLater(journal, folder)).toMatchObject({
    pending: ["2+2", "3+3", "4-4"],
    ...{ held: ["4"], sent: 2, lastD: 4 },
  });
});

test("a new segment takes held ones over for good, and discarded ones for 30 days", async () => {
  const folder = temporaryFolder();
  const DAY_MS = 86_400_000;
  const journal = await openAt(folder, { at: MONDAY });
  await journal.startDevice(D1);
  const ms = [];
  for (const n of [1, 2, 3]) ms.push(await saved(journal, made(n)));
  await journal.arrange({ do: "hold", ms: ms.slice(0, 1) });
  await journal.arrange({ do: "discard", ms: ms.slice(1, 2) });
  await journal.acknowledge(3, [], "d1");
  await journal.close();
  const later = await openAt(folder, { at: MONDAY + 40 * DAY_MS });
  expect(await told(later)).toMatchObject({
    ...{ pending: [], held: ["1"], discarded: [], lastD: 3, sent: 3 },
  });
});
