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
import type { Op } from "../../../../shared/sync/protocol.ts";

/** A table that is empty and fails as often as told. */
function writerOver(failures: number) {
  let left = failures;
  const written: TableWrite[] = [];
  const problems: StoreProblem[] = [];
  const table: Partial<DocumentTable> = {
    load: async () => new Map(),
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
