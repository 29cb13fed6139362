import { IDBDatabase, IDBIndex, IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import {
  createTestDisk,
  openTestStore,
  type TestStore,
} from "../helpers/local-store.ts";

// Times drift from machine to machine; how often the disk is asked does not. Whoever makes one of these figures larger
// has made something slower, and says why.

const contact = (n: number): Contact => ({
  id: `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`,
  type: "company",
  name: `Firma ${n}`,
});
const envelope = (n: number, seq = n + 1): Envelope => {
  const v = contact(n) as unknown as Envelope["v"];
  return {
    ...{ c: "contacts", id: contact(n).id, seq, rev: 1 },
    deleted: false,
    v,
  };
};
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => envelope(from + n));

let local: TestStore;
beforeEach(async () => {
  // The projection is not stored meanwhile, however slow the machine.
  local = await openTestStore(createTestDisk(), undefined, 0, 1_000_000);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await local.close();
});

/** What IndexedDB was asked while `task` ran. */
async function countWhile(task: () => Promise<unknown>) {
  // Whatever the opening still has to do is done.
  await local.settled();
  await local.list.counts();
  const calls = (prototype: object, names: readonly string[]) =>
    names.map((name) =>
      vi.spyOn(prototype as Record<string, () => unknown>, name),
    );
  const reading = ["get", "getAll", "getKey", "getAllKeys", "count"];
  const cursors = ["openCursor", "openKeyCursor"];
  const spies = {
    transactions: calls(IDBDatabase.prototype, ["transaction"]),
    reads: [
      ...calls(IDBObjectStore.prototype, [...reading, ...cursors]),
      ...calls(IDBIndex.prototype, [...reading, ...cursors]),
    ],
    writes: calls(IDBObjectStore.prototype, ["add", "put", "delete"]),
  };
  await task();
  await local.settled();
  const counts = Object.entries(spies).map(([name, list]) => [
    name,
    list.reduce((sum, spy) => sum + spy.mock.calls.length, 0),
  ]);
  vi.restoreAllMocks();
  return Object.fromEntries(counts) as Readonly<
    Record<keyof typeof spies, number>
  >;
}

// One key and one block a transaction: where nothing lies among the documents, none of them has to be looked for.
test("a first sync writes each block of documents once, and takes a transaction and two looks for each 500", async () => {
  const counts = await countWhile(() =>
    local.replica.applySnapshot("e1", many(2000), 0),
  );
  expect(counts).toEqual({ transactions: 4, reads: 8, writes: 64 });
});

test("only what has been written is brought to the disk for good, once", async () => {
  await local.replica.applySnapshot("e1", many(600), 0);
  const counts = await countWhile(() => local.replica.barrier());
  expect(counts).toEqual({ transactions: 1, reads: 0, writes: 2 });
  const again = await countWhile(() => local.replica.barrier());
  expect(again).toEqual({ transactions: 0, reads: 0, writes: 0 });
});

test("so does a pulled page", async () => {
  const counts = await countWhile(() =>
    local.replica.applyServer("e1", many(1000), 0),
  );
  expect(counts).toEqual({ transactions: 2, reads: 4, writes: 32 });
});

test("a page that is here already is read once and not written", async () => {
  await local.replica.applyServer("e1", many(1000), 0);
  const counts = await countWhile(() =>
    local.replica.applyServer("e1", many(1000), 0),
  );
  // Tried as new ones, block by block, then read: RxDB writes none of them.
  expect(counts).toMatchObject({ reads: 72, writes: 0 });
});

test("a save writes its document and its place on the list of what can be undone", async () => {
  await local.replica.applyServer("e1", many(1000), 0);
  const before = contact(7);
  const counts = await countWhile(() =>
    local.save("edit", [
      {
        ...{ c: "contacts" as const, id: before.id, before },
        after: { ...before, city: "Bulle" },
      },
    ]),
  );
  // Three of the writes take it out of its block.
  expect(counts).toMatchObject({ reads: 7, writes: 6 });
});
