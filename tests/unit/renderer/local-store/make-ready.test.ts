import { expect, test } from "vitest";
import type { DocumentTable } from "../../../../renderer/local-store/document-table.ts";
import {
  withReady,
  type PlainTable,
} from "../../../../renderer/local-store/make-ready.ts";
import type { Stored } from "../../../../renderer/local-store/stored-document.ts";

/** A table with one document, "a", in the version that is told of; whoever reads it is noted. */
function tableOf() {
  const read: string[] = [];
  let version = "1";
  let writing: Promise<void> = Promise.resolve();
  const stored = (ids: readonly string[]) =>
    new Map(
      ids
        .filter((id) => id === "a")
        .map((id) => [id, { id, _rev: version } as Stored]),
    );
  const reading = (how: string) => async (ids: readonly string[]) => {
    read.push(`${how} ${ids.join()}`);
    return stored(ids);
  };
  const change = async () => {
    await writing;
    version = "2";
  };
  const plain: Partial<PlainTable> = {
    load: reading("load"),
    write: change,
    prepareNew: () => ({
      async insert() {
        await change();
        return [];
      },
      drop() {},
    }),
  };
  const table = withReady(plain as PlainTable, reading("early"));
  /** Writes answer when the returned function is called. */
  const holdWrites = () => {
    const held = Promise.withResolvers<void>();
    writing = held.promise;
    return held.resolve;
  };
  return { table, read, holdWrites };
}

const revision = async (table: DocumentTable) =>
  (await table.loadReady(["a"])).get("a")?._rev;

test("what was made ready is not read again, and serves once", async () => {
  const { table, read } = tableOf();
  table.makeReady(["a"]);
  expect(await revision(table)).toBe("1");
  expect(read).toEqual(["early a"]);
  expect(await revision(table)).toBe("1");
  expect(read).toEqual(["early a", "load a"]);
});

test("what was not there is looked for again", async () => {
  const { table, read } = tableOf();
  table.makeReady(["b"]);
  expect([...(await table.loadReady(["a", "b"])).keys()]).toEqual(["a"]);
  expect(read).toEqual(["early b", "load a,b"]);
});

test("a write makes what was read before it worthless", async () => {
  const { table } = tableOf();
  table.makeReady(["a"]);
  await table.write([]);
  expect(await revision(table)).toBe("2");
});

test("a write past RxDB, too", async () => {
  const { table } = tableOf();
  table.makeReady(["a"]);
  await table.prepareNew([]).insert();
  expect(await revision(table)).toBe("2");
});

test("what was read while a write went on may be older than it", async () => {
  const { table, holdWrites } = tableOf();
  const go = holdWrites();
  const written = table.write([]);
  table.makeReady(["a"]);
  go();
  await written;
  expect(await revision(table)).toBe("2");
});

test("a read that fails is made again", async () => {
  const { table } = tableOf();
  const broken = withReady(table, () => Promise.reject(new Error("no")));
  broken.makeReady(["a"]);
  expect(await revision(broken)).toBe("1");
});
