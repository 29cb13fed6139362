import { expect, test } from "vitest";
import {
  createBackgroundWriter,
  type StoreProblem,
  type Tables,
} from "../../../../renderer/local-store/background-writer.ts";
import type {
  DocumentTable,
  TableWrite,
} from "../../../../renderer/local-store/document-table.ts";
import { createOwnWrites } from "../../../../renderer/local-store/own-writes.ts";
import { createSerialQueue } from "../../../../renderer/local-store/serial-queue.ts";
import { createMemoryDisk } from "../../../helpers/memory-tables.ts";
import type { Op } from "../../../../shared/sync/protocol.ts";

/** A table that is empty and fails as often as told. */
function writerOver(failures: number) {
  let left = failures;
  const written: TableWrite[] = [];
  const problems: StoreProblem[] = [];
  const table: Partial<DocumentTable> = {
    loadReady: async () => new Map(),
    async write(rows) {
      if (left-- > 0) throw new Error("no");
      written.push(...rows);
    },
  };
  const ownWrites = createOwnWrites();
  const { flush } = createBackgroundWriter({
    tables: { contacts: table } as unknown as Tables,
    ownWrites,
    queue: createSerialQueue(),
    report: (problem) => problems.push(problem),
  });
  return { ownWrites, flush, written, problems };
}

const inserted: Op = { c: "contacts", id: "a", k: "ins", v: { id: "a" } };
const edited: Op = {
  c: "contacts",
  id: "b",
  k: "set",
  f: { city: [null, "x"] },
};

test("one failure is repaired without a word", async () => {
  const { ownWrites, flush, written, problems } = writerOver(1);
  ownWrites.add(1, [inserted]);
  await flush();
  expect(written.map(({ document }) => document.id)).toEqual(["a"]);
  expect(problems).toEqual([]);
  expect(ownWrites.keys()).toEqual([]);
});

test("what fails twice is reported, kept, and written with the next save", async () => {
  const { ownWrites, flush, written, problems } = writerOver(2);
  ownWrites.add(1, [inserted]);
  await flush();
  expect(problems).toEqual([
    {
      kind: "write-failed",
      keys: [{ c: "contacts", id: "a" }],
      reason: "Error: no",
    },
  ]);
  expect(ownWrites.keys()).toEqual([{ c: "contacts", id: "a" }]);
  await flush();
  expect(written).toHaveLength(1);
  expect(ownWrites.keys()).toEqual([]);
});

test("a patch whose base is not here is left to the server's document", async () => {
  const { ownWrites, flush, written } = writerOver(0);
  ownWrites.add(1, [edited]);
  await flush();
  expect(written).toEqual([]);
  expect(ownWrites.keys()).toEqual([]);
});

test("what is made by the hundred goes past RxDB; what is there already, or was edited, does not", async () => {
  const { tables } = createMemoryDisk();
  const table = tables.contacts;
  const there = { id: "i7", v: { id: "i7", name: "Server's" } };
  await table.write([
    {
      previous: undefined,
      document: { ...there, seq: 4, rev: 2, epoch: "e", applied: 0 },
      deleted: false,
    },
  ]);
  let past = 0;
  const { prepareNew } = table;
  const ownWrites = createOwnWrites();
  const { flush } = createBackgroundWriter({
    tables: {
      contacts: {
        ...table,
        prepareNew(rows: Parameters<typeof prepareNew>[0]) {
          past += rows.length;
          return prepareNew(rows);
        },
      },
    } as unknown as Tables,
    ownWrites,
    queue: createSerialQueue(),
    report: (problem) => {
      throw new Error(problem.reason);
    },
  });
  const ids = Array.from({ length: 100 }, (_, i) => `i${i}`);
  ownWrites.add(
    1,
    ids.map((id): Op => ({ c: "contacts", id, k: "ins", v: { id, name: id } })),
  );
  ownWrites.add(2, [
    { c: "contacts", id: "i8", k: "set", f: { name: ["i8", "Edited"] } },
    { c: "contacts", id: "i9", k: "del", rev: 0 },
    { c: "contacts", id: "away", k: "set", f: { name: ["a", "b"] } },
  ]);
  await flush();
  const stored = await table.load([...ids, "away"]);
  const of = (id: string) => stored.get(id);
  expect(past).toBe(99);
  expect(of("i1")).toMatchObject({ v: { name: "i1" }, seq: null, applied: 1 });
  expect(of("i7")).toMatchObject({ v: { name: "Server's" }, seq: 4 });
  expect(of("i8")).toMatchObject({ v: { name: "Edited" }, applied: 2 });
  expect([...stored.keys()].filter((id) => /^(i9|away)$/.test(id))).toEqual([]);
  expect(ownWrites.keys()).toEqual([]);
});

test("what was made and deleted again by the hundred is deleted in a store that a kill has left with it", async () => {
  const { tables } = createMemoryDisk();
  const table = tables.contacts;
  const ids = Array.from({ length: 60 }, (_, i) => `i${i}`);
  const made = ids.map((id): Op => ({
    c: "contacts",
    id,
    k: "ins",
    v: { id, name: id },
  }));
  const open = () => {
    const ownWrites = createOwnWrites();
    const writer = createBackgroundWriter({
      tables: { contacts: table } as unknown as Tables,
      ownWrites,
      queue: createSerialQueue(),
      report: (problem) => {
        throw new Error(problem.reason);
      },
    });
    return { ownWrites, ...writer };
  };
  const before = open();
  before.ownWrites.add(1, made);
  await before.flush();
  // Killed behind the journal's answer to the deletion; at the next start all that is unsent is replayed.
  const { ownWrites, flush } = open();
  ownWrites.add(1, made);
  ownWrites.add(
    2,
    ids.map((id): Op => ({ c: "contacts", id, k: "del", rev: 0 })),
  );
  await flush();
  const stored = await table.load(ids);
  expect(ids.filter((id) => stored.get(id)?._deleted === false)).toEqual([]);
  expect(ownWrites.keys()).toEqual([]);
});

test("what an entry changes is made ready once, what it makes is not, and many are not", () => {
  const ready: string[] = [];
  const table = (c: string) => ({
    makeReady: (ids: readonly string[]) => ready.push(`${c} ${ids.join()}`),
  });
  const { makeReady } = createBackgroundWriter({
    tables: {
      contacts: table("contacts"),
      tasks: table("tasks"),
    } as unknown as Tables,
    ownWrites: createOwnWrites(),
    queue: createSerialQueue(),
    report: () => {},
  });
  makeReady([
    edited,
    { ...edited, f: { zip: [null, "1000"] } },
    { ...edited, id: "c" },
    inserted,
    { ...edited, c: "tasks", id: "t" },
  ]);
  expect(ready).toEqual(["contacts b,c", "tasks t"]);
  makeReady(Array.from({ length: 50 }, (_, n) => ({ ...edited, id: `${n}` })));
  expect(ready).toHaveLength(2);
});
