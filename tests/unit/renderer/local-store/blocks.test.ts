import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb";
import type { RxStorage } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  MOST_IN_BLOCK,
  type Block,
} from "../../../../renderer/local-store/blocks.ts";
import { checkStore } from "../../../../renderer/local-store/check-store.ts";
import {
  countLiving,
  type DexieTable,
} from "../../../../renderer/local-store/dexie-layout.ts";
import {
  readByIds,
  readLiving,
  readPage,
} from "../../../../renderer/local-store/read-documents.ts";
import {
  createSealingCodec,
  type Codec,
} from "../../../../renderer/local-store/seal.ts";
import type { Stored } from "../../../../renderer/local-store/stored-document.ts";
import {
  answered,
  blocksOn,
  changesIn,
  contact,
  createContactsDisk,
  docsOn,
  faultsOn,
  named,
  openContacts,
  packedOn,
  rawStore,
  rowsOf,
  type ContactsDisk,
  type OpenContacts,
} from "../../../helpers/contacts-on-disk.ts";

let codec: Codec;
let told = 0;
let disk: ContactsDisk;
let open: OpenContacts;

beforeEach(async () => {
  told = 0;
  codec = {
    ...(await createSealingCodec(new Uint8Array(32).fill(3))),
    onUnreadable: () => (told += 1),
  };
  disk = createContactsDisk();
  open = await openContacts(disk, codec);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await open.close();
});

/** "c010" to "c099". */
function idsOf(from: number, to: number, step = 1): readonly string[] {
  const ids: string[] = [];
  for (let n = from; n < to; n += step)
    ids.push(`c${String(n).padStart(3, "0")}`);
  return ids;
}

function textOf(id: string): string {
  return `Käserei ${id}`;
}

/** As a first sync writes them, all at one time. */
function insert(ids: readonly string[], packed = true) {
  const rows = rowsOf(...ids.map((id) => contact(id, textOf(id))));
  return open.table.prepareNew(rows, packed).insert();
}

async function stored(id: string): Promise<Stored | undefined> {
  return (await open.table.load([id])).get(id);
}

async function rename(id: string, name: string): Promise<void> {
  const previous = await stored(id);
  const document = contact(id, name);
  await open.table.write([{ previous, deleted: false, document }]);
}

async function remove(id: string): Promise<void> {
  const previous = await stored(id);
  const document = { ...contact(id, ""), v: {} };
  await open.table.write([{ previous, deleted: true, document }]);
}

async function packedIds(): Promise<readonly string[]> {
  return (await blocksOn(disk)).flatMap(({ ids }) => ids);
}

async function singleIds(): Promise<readonly unknown[]> {
  return (await docsOn(disk)).map(({ id }) => id);
}

async function pagesOf(portion: number): Promise<readonly string[]> {
  const read: string[] = [];
  for (let after = ""; ;) {
    const page = await readPage(open.raw, codec, after, portion);
    read.push(...page.map(named));
    const end = page.at(-1);
    if (!end || page.length < portion) return read;
    after = end.id;
  }
}

async function livingIn(portion: number): Promise<readonly string[]> {
  const read: string[] = [];
  for (let after = ""; ;) {
    const page = await open.table.page(after, portion);
    read.push(...page.map(named));
    const end = page.at(-1);
    if (!end) return read;
    after = end.id;
  }
}

async function marksIn(portion: number): Promise<readonly string[]> {
  const read: string[] = [];
  for (let from = ""; ;) {
    const page = await open.table.marksFrom(from, portion);
    read.push(...page.map(({ id, deleted }) => (deleted ? `-${id}` : id)));
    const end = page.at(-1);
    if (!end || page.length < portion) return read;
    from = `${end.id}\u0000`;
  }
}

/** Smaller than a block, as large, larger, and larger than all. */
const PORTIONS = [1, MOST_IN_BLOCK, 45, 500];

/** By every way of reading; `expected` with a dash for what is deleted, in id order. */
async function expectToRead(
  expected: readonly string[],
  byTime: readonly string[] = expected,
): Promise<void> {
  const living = expected.filter((id) => !id.startsWith("-"));
  const ids = expected.map((id) => id.replace("-", ""));
  for (const portion of PORTIONS) {
    expect(await pagesOf(portion)).toEqual(expected);
    expect(await livingIn(portion)).toEqual(living);
    expect(await marksIn(portion)).toEqual(expected);
    expect(await changesIn(open.raw, codec, portion)).toEqual(byTime);
  }
  expect((await open.table.all(1000)).map(named)).toEqual(living);
  expect(await open.table.count()).toBe(living.length);
  const loaded = await open.table.load(["c", ...ids, "d"]);
  expect([...loaded.values()].map(named).toSorted(byId)).toEqual(expected);
  const found: string[] = [];
  await readByIds(open.raw, codec, ["c", ...ids, "d"], (some) =>
    found.push(...some.map(named)),
  );
  expect(found.toSorted(byId)).toEqual(expected);
  expect(await faultsOn(disk, codec)).toEqual([]);
}

function byId(a: string, b: string): number {
  return a.replace("-", "") < b.replace("-", "") ? -1 : 1;
}

test("many documents lie sealed in few blocks, none by itself, and no word of them in clear", async () => {
  const ids = idsOf(100, 200);
  expect(await insert(ids)).toEqual([]);
  const blocks = await blocksOn(disk);
  expect(blocks).toHaveLength(Math.ceil(100 / MOST_IN_BLOCK));
  expect(await packedIds()).toEqual(ids);
  expect(await docsOn(disk)).toEqual([]);
  for (const block of blocks) {
    expect(Object.keys(block).toSorted()).toEqual([
      ...["count", "d", "ids", "last", "lwt"],
    ]);
    expect(new TextDecoder("latin1").decode(block.d)).not.toMatch(/serei/);
  }
  expect((await packedOn(disk, codec))[0]?.text).toContain("Käserei c100");
});

test("what lies in blocks is read as if each document lay by itself", async () => {
  const ids = idsOf(100, 200);
  await insert(ids);
  await expectToRead(ids);
  const packed = (await open.table.load(["c150"])).get("c150");
  const lwt = packed?._meta.lwt ?? 0;
  expect(packed).toEqual({
    ...contact("c150", textOf("c150")),
    ...{ _deleted: false, _rev: "1-carnet", _meta: { lwt } },
    _attachments: {},
  });
  expect(await checkStore([open.storage], codec)).toEqual({
    ...{ newest: lwt, damaged: false },
  });
  const marks = { seq: 7, rev: 2, epoch: "e1", deleted: false };
  // The last of a block as well.
  for (const id of ids)
    expect(await open.table.marksFrom(id, 1)).toEqual([{ id, ...marks }]);
  expect(told).toBe(0);
});

test("where there are no blocks nothing is read from them", async () => {
  await expectToRead([]);
  await insert(["c1"], false);
  await expectToRead(["c1"]);
});

test("documents that lie by themselves are read between those of blocks", async () => {
  const even = idsOf(100, 250, 2);
  const odd = idsOf(101, 251, 2);
  await insert(even);
  await insert(odd, false);
  await insert(["c050", "c999"], false);
  const all = ["c050", ...[...even, ...odd].toSorted(), "c999"];
  await expectToRead(all, [...even, ...odd, "c050", "c999"]);
});

test("batches that were written at one time are read one after the other, whatever lies in blocks", async () => {
  await insert(idsOf(300, 340));
  await insert(idsOf(100, 140));
  await insert(idsOf(200, 210), false);
  await giveOneTime();
  const all = [...idsOf(100, 140), ...idsOf(200, 210), ...idsOf(300, 340)];
  await expectToRead(all);
  await rename("c120", "Bäckerei");
  await expectToRead(all, [...all.filter((id) => id !== "c120"), "c120"]);
});

/** Everything on the disk has one time of writing, as if one batch had brought it. */
async function giveOneTime(): Promise<void> {
  await rawStore(disk, "blocks", async (store) => {
    for (const block of await answered(store.getAll()))
      await answered(store.put({ ...(block as object), lwt: 5 }));
  });
  await rawStore(disk, "docs", async (store) => {
    for (const one of await answered(store.getAll()))
      await answered(store.put({ ...(one as object), _meta: { lwt: 5 } }));
  });
}

test("an edit takes one document out of its block and leaves its neighbours in theirs", async () => {
  const ids = idsOf(100, 200);
  await insert(ids);
  await rename("c110", "Bäckerei");
  expect((await stored("c110"))?.v["name"]).toBe("Bäckerei");
  expect((await stored("c111"))?.v["name"]).toBe(textOf("c111"));
  expect(await singleIds()).toEqual(["c110"]);
  const rest = ids.filter((id) => id !== "c110");
  expect(await packedIds()).toEqual(rest);
  await expectToRead(ids, [...rest, "c110"]);
  await rename("c110", "Metzgerei");
  await expectToRead(ids, [...rest, "c110"]);
  expect((await stored("c110"))?._rev).toMatch(/^3-/);
});

test("what is taken out of a block lies on the disk as RxDB would have written it", async () => {
  await insert(idsOf(100, 110));
  await open.table.write(rowsOf(contact("d", "by RxDB")));
  // Refused, and taken out nevertheless.
  await expect(
    open.table.write(rowsOf(contact("c100", "twice"))),
  ).rejects.toThrow("409");
  const [out, byRxDb] = await docsOn(disk);
  const shape = (record: Readonly<Record<string, unknown>> = {}) => ({
    ...record,
    ...{ id: "", d: typeof record["d"], _rev: typeof record["_rev"] },
    _meta: Object.keys(record["_meta"] ?? {}),
  });
  expect(shape(out)).toEqual(shape(byRxDb));
  expect(out?.["_rev"]).toBe("1-carnet");
});

test("a block whose highest documents were taken out still reaches as far", async () => {
  const ids = idsOf(100, 164);
  await insert(ids);
  const gone = ["c130", "c131", "c162", "c163"];
  for (const id of gone) await rename(id, "out");
  const blocks = await blocksOn(disk);
  expect(blocks.map(({ last }) => last)).toEqual(["c131", "c163"]);
  expect(blocks.map((one) => one.ids.at(-1))).toEqual(["c129", "c161"]);
  const rest = ids.filter((id) => !gone.includes(id));
  await expectToRead(ids, [...rest, ...gone]);
});

test("documents of several blocks are changed together; a block that is empty goes", async () => {
  const ids = idsOf(100, 164);
  await insert(ids);
  const out = [...idsOf(100, 132), "c140"];
  const loaded = await open.table.load(out);
  await open.table.write(
    out.map((id) => ({
      ...{ previous: loaded.get(id), deleted: false },
      document: contact(id, "new"),
    })),
  );
  expect(await singleIds()).toEqual(out);
  expect(await blocksOn(disk)).toHaveLength(1);
  const rest = idsOf(132, 164).filter((id) => id !== "c140");
  await expectToRead(ids, [...rest, ...out]);
});

test("of what was deleted or erased no old text stays in a block", async () => {
  await insert(idsOf(100, 164));
  await remove("c100");
  await remove("c140");
  const rest = idsOf(100, 164).filter((id) => id !== "c100" && id !== "c140");
  const texts = (await packedOn(disk, codec)).map(({ text }) => text);
  expect(texts).toHaveLength(62);
  expect(texts.join()).not.toMatch(/c100|c140/);
  expect(await packedIds()).toEqual(rest);
  await expectToRead(
    idsOf(100, 164).map((id) => (rest.includes(id) ? id : `-${id}`)),
    [...rest, "-c100", "-c140"],
  );
  for (const { d } of await docsOn(disk))
    expect(await codec.open(String(d), "c100").catch(() => "")).not.toContain(
      "Käserei",
    );
});

test("documents that come once more are told of, and neither lost nor doubled", async () => {
  const ids = idsOf(100, 164);
  await insert(ids);
  await rename("c120", "Bäckerei");
  expect([...(await insert(ids))].toSorted()).toEqual(ids);
  expect((await stored("c120"))?.v["name"]).toBe("Bäckerei");
  expect(await open.table.count()).toBe(64);
  expect(await faultsOn(disk, codec)).toEqual([]);
});

test("a batch that overlaps what is there brings what is new, and answers the rest", async () => {
  await insert(idsOf(100, 200, 2));
  const present = await insert(idsOf(150, 250));
  expect([...present].toSorted()).toEqual(idsOf(150, 200, 2));
  const all = [...idsOf(100, 150, 2), ...idsOf(150, 250)];
  const later = all.filter((id) => !idsOf(100, 200, 2).includes(id));
  await expectToRead(all, [...idsOf(100, 200, 2), ...later]);
});

test("a packed batch changes nothing of what lies by itself among it", async () => {
  await insert(["c110", "c120"], false);
  await remove("c120");
  expect(await insert(idsOf(100, 140))).toEqual(["c110", "c120"]);
  expect(await blocksOn(disk)).toEqual([]);
  const all = idsOf(100, 140).map((id) => (id === "c120" ? "-c120" : id));
  const there = ["c110", "-c120"];
  await expectToRead(all, [
    ...there,
    ...all.filter((id) => !there.includes(id)),
  ]);
});

test("a batch whose ids all lie between those of one block is not lost", async () => {
  await insert(["c100", "c900"]);
  expect(await insert(idsOf(200, 250))).toEqual([]);
  await expectToRead(
    ["c100", ...idsOf(200, 250), "c900"],
    ["c100", "c900", ...idsOf(200, 250)],
  );
});

test("a batch that lies around a block is not lost", async () => {
  await insert(idsOf(300, 310));
  expect(await insert([...idsOf(200, 250), ...idsOf(400, 450)])).toEqual([]);
  await expectToRead(
    [...idsOf(200, 250), ...idsOf(300, 310), ...idsOf(400, 450)],
    [...idsOf(300, 310), ...idsOf(200, 250), ...idsOf(400, 450)],
  );
});

test("a batch inside the reach of a block that is nearly empty is not lost", async () => {
  await insert(idsOf(100, 120));
  for (const id of idsOf(101, 120)) await remove(id);
  expect(await packedIds()).toEqual(["c100"]);
  expect(await insert(["c1180", "c1185"])).toEqual([]);
  expect(await insert(["c119"])).toEqual(["c119"]);
  expect(await faultsOn(disk, codec)).toEqual([]);
  expect(await livingIn(3)).toEqual(["c100", "c1180", "c1185"]);
});

test("a batch in the place of a block that is empty is packed again where nothing lies among it", async () => {
  await insert(["c100", "c200"]);
  for (const id of ["c100", "c200"]) await remove(id);
  expect(await blocksOn(disk)).toEqual([]);
  expect(await insert(idsOf(101, 120))).toEqual([]);
  expect(await packedIds()).toEqual(idsOf(101, 120));
  await expectToRead(
    ["-c100", ...idsOf(101, 120), "-c200"],
    ["-c100", "-c200", ...idsOf(101, 120)],
  );
});

test("behind and before blocks there is room for blocks", async () => {
  for (const [from, to] of [
    [300, 340],
    [340, 380],
    [200, 240],
    [260, 300],
  ] as const)
    expect(await insert(idsOf(from, to))).toEqual([]);
  expect(await docsOn(disk)).toEqual([]);
  await expectToRead(
    [...idsOf(200, 240), ...idsOf(260, 380)],
    [...idsOf(300, 380), ...idsOf(200, 240), ...idsOf(260, 300)],
  );
});

test("what comes twice in a packed batch is written once, and the second is told of", async () => {
  const rows = rowsOf(
    ...[contact("c1", "first"), contact("c2", "x"), contact("c1", "second")],
  );
  expect(await open.table.prepareNew(rows, true).insert()).toEqual(["c1"]);
  expect((await stored("c1"))?.v["name"]).toBe("first");
  await expectToRead(["c1", "c2"]);
});

test("deleted documents of a packed batch lie by themselves", async () => {
  const rows = rowsOf(...idsOf(100, 140).map((id) => contact(id, textOf(id))));
  const some = rows.map((row, n) => ({ ...row, deleted: n % 10 === 5 }));
  expect(await open.table.prepareNew(some, true).insert()).toEqual([]);
  const deleted = ["c105", "c115", "c125", "c135"];
  expect(await singleIds()).toEqual(deleted);
  await expectToRead(
    idsOf(100, 140).map((id) => (deleted.includes(id) ? `-${id}` : id)),
  );
  const again = open.table.prepareNew(some, true);
  expect([...(await again.insert())].toSorted()).toEqual(idsOf(100, 140));
});

test("a packed batch of which everything is deleted leaves no block", async () => {
  const rows = rowsOf(contact("c1", "gone"), contact("c2", "gone"));
  const deleted = rows.map((row) => ({ ...row, deleted: true }));
  expect(await open.table.prepareNew(deleted, true).insert()).toEqual([]);
  expect(await open.table.prepareNew([], true).insert()).toEqual([]);
  expect(await blocksOn(disk)).toEqual([]);
  await expectToRead(["-c1", "-c2"]);
});

test("a huge document has a block of its own among small ones", async () => {
  const ids = idsOf(100, 110);
  const rows = rowsOf(
    ...ids.map((id) =>
      contact(id, id === "c105" ? "x".repeat(1_000_000) : textOf(id)),
    ),
  );
  expect(await open.table.prepareNew(rows, true).insert()).toEqual([]);
  const blocks = await blocksOn(disk);
  expect(blocks.map((block) => block.ids.length)).toEqual([5, 1, 4]);
  await expectToRead(ids);
  await rename("c104", "Bäckerei");
  expect(String((await stored("c105"))?.v["name"])).toHaveLength(1_000_000);
  await rename("c105", "small");
  expect((await stored("c105"))?.v["name"]).toBe("small");
  await expectToRead(ids, [
    ...ids.filter((id) => id !== "c104" && id !== "c105"),
    ...["c104", "c105"],
  ]);
});

/** The disk gives back something else than what was written into the block that reaches to `last`. */
async function garble(...lasts: readonly string[]): Promise<void> {
  await rawStore(disk, "blocks", async (store) => {
    for (const block of await answered<Block[]>(store.getAll()))
      if (lasts.length === 0 || lasts.includes(block.last))
        await answered(store.put({ ...block, d: block.d.toReversed() }));
  });
}

test("documents of a garbled block read as deleted, are told of and written over; the others are there", async () => {
  await insert(idsOf(100, 164));
  await garble("c131");
  expect(told).toBe(0);
  expect(await livingIn(7)).toEqual(idsOf(132, 164));
  expect(told).toBeGreaterThan(0);
  const dashed = idsOf(100, 132).map((id) => `-${id}`);
  const all = [...dashed, ...idsOf(132, 164)];
  for (const portion of PORTIONS) {
    expect(await pagesOf(portion)).toEqual(all);
    expect(await marksIn(portion)).toEqual(all);
    expect(await changesIn(open.raw, codec, portion)).toEqual(all);
  }
  const previous = await stored("c110");
  expect(previous).toMatchObject({
    ...{ _deleted: true, seq: null, v: {}, unreadable: "living" },
  });
  expect([...(await insert(idsOf(100, 164)))].toSorted()).toEqual(
    idsOf(100, 164),
  );

  const document = contact("c110", "again");
  await open.table.write([{ previous, deleted: false, document }]);
  expect(await livingIn(7)).toEqual(["c110", ...idsOf(132, 164)]);
  expect((await stored("c111")) as object).toMatchObject({
    ...{ _deleted: true, unreadable: "living", _rev: "1-carnet" },
  });
  await rename("c111", "again");
  expect(await livingIn(7)).toEqual(["c110", "c111", ...idsOf(132, 164)]);
  expect(await packedIds()).toEqual(idsOf(132, 164));
});

test("one opening of a garbled block tells of it once", async () => {
  await insert(idsOf(100, 110));
  await garble();
  await readPage(open.raw, codec, "", 100);
  expect(told).toBe(1);
});

test("a block that the disk has lost hides no other, and comes again", async () => {
  await insert(idsOf(100, 196));
  await rawStore(disk, "blocks", (store) =>
    answered(store.delete(["c163", 32])),
  );
  const left = [...idsOf(100, 132), ...idsOf(164, 196)];
  await expectToRead(left);
  expect(await stored("c140")).toBeUndefined();
  expect([...(await insert(idsOf(100, 196)))].toSorted()).toEqual(left);
  await expectToRead(idsOf(100, 196), [...left, ...idsOf(132, 164)]);
});

test("a notebook that was made without blocks gets them, and keeps what it has", async () => {
  await open.close();
  disk = { ...disk, idb: new IDBFactory() };
  const plain = getRxStorageDexie({ indexedDB: disk.idb, IDBKeyRange });
  open = await openContacts(disk, codec, plain as RxStorage<unknown, unknown>);
  await insert(idsOf(100, 140), false);
  await open.close();
  open = await openContacts(disk, codec);
  await expectToRead(idsOf(100, 140));
  expect(await insert(idsOf(200, 240))).toEqual([]);
  expect(await packedIds()).toEqual(idsOf(200, 240));
  await rename("c110", "Bäckerei");
  await rename("c210", "Bäckerei");
  await open.close();
  open = await openContacts(disk, codec);
  const out = ["c110", "c210"];
  const all = [...idsOf(100, 140), ...idsOf(200, 240)];
  const rest = all.filter((id) => !out.includes(id));
  await expectToRead(all, [...rest, ...out]);
});

test("a write that is refused after a document was taken out of its block loses nothing", async () => {
  const ids = idsOf(100, 140);
  await insert(ids);
  await expect(
    open.table.write(rowsOf(contact("c110", "second"))),
  ).rejects.toThrow("409");
  expect((await stored("c110"))?.v["name"]).toBe(textOf("c110"));
  const { error } = await open.storage.bulkWrite(
    rowsOf(contact("c120", "second")).map(({ document }) => ({
      document: {
        ...{ ...document, _deleted: false, _rev: "", _meta: { lwt: 1 } },
        _attachments: {},
      },
    })),
    "test",
  );
  expect(error[0]).toMatchObject({
    documentInDb: { v: { name: textOf("c120") } },
  });
  await expectToRead(ids);
});

/** As if the store refused the record that `isRefused` names. */
function refusePut(isRefused: (record: { readonly id?: string }) => boolean) {
  const put = IDBObjectStore.prototype.put;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    if (isRefused(value as object)) throw new Error("The disk is full.");
    return put.call(this, value, key);
  });
}

test("a packed batch of which a record is refused is not written at all", async () => {
  await insert(idsOf(300, 310));
  let blocks = 0;
  const spy = refusePut((one) => !("id" in one) && (blocks += 1) === 2);
  await expect(insert(idsOf(100, 164))).rejects.toThrow("full");
  spy.mockRestore();
  await expectToRead(idsOf(300, 310));
  expect(await insert(idsOf(100, 164))).toEqual([]);
});

test("documents of which one cannot be taken out of its block all stay in theirs", async () => {
  const ids = idsOf(100, 164);
  await insert(ids);
  const loaded = await open.table.load(["c110", "c140"]);
  const rows = ["c110", "c140"].map((id) => ({
    ...{ previous: loaded.get(id), deleted: false },
    document: contact(id, "new"),
  }));
  const spy = refusePut(({ id }) => id === "c140");
  await expect(open.table.write(rows)).rejects.toThrow("full");
  spy.mockRestore();
  expect(await packedIds()).toEqual(ids);
  await expectToRead(ids);
  await open.table.write(rows);
  expect(await singleIds()).toEqual(["c110", "c140"]);
});

/** The same table, with something that happens between its reading of blocks and of single documents. */
function disturbed(raw: DexieTable, disturb: () => Promise<void>): DexieTable {
  let left = disturb;
  const once = async () => {
    const now = left;
    left = async () => {};
    await now();
  };
  return {
    ...raw,
    bulkGet: async (ids) => {
      await once();
      return raw.bulkGet(ids);
    },
    blocks: {
      async holding(ids) {
        const found = await raw.blocks.holding(ids);
        await once();
        return found;
      },
      async from(from, limit) {
        const found = await raw.blocks.from(from, limit);
        await once();
        return found;
      },
      async writtenAfter(place, limit) {
        const found = await raw.blocks.writtenAfter(place, limit);
        await once();
        return found;
      },
      newest: raw.blocks.newest,
      count: raw.blocks.count,
    },
  };
}

test("what is taken out of its block while it is read is read once", async () => {
  await insert(idsOf(100, 140));
  const out = () => rename("c110", "Bäckerei");
  const page = await readPage(disturbed(open.raw, out), codec, "", 100);
  expect(page.map(named)).toEqual(idsOf(100, 140));
  const some = idsOf(100, 140);
  const found: string[] = [];
  await readByIds(
    disturbed(open.raw, () => rename("c111", "x")),
    codec,
    some,
    (stored) => found.push(...stored.map(named)),
  );
  expect(found.toSorted()).toEqual(some);
  const changed = await changesIn(
    disturbed(open.raw, () => rename("c112", "x")),
    codec,
    10,
  );
  expect(changed.toSorted()).toEqual(some);
});

test("the last that is taken out of blocks while living documents are read is read", async () => {
  await insert(["c1"]);
  const table: DexieTable = {
    ...open.raw,
    blocks: {
      ...open.raw.blocks,
      async from(from, limit) {
        await rename("c1", "Bäckerei");
        return open.raw.blocks.from(from, limit);
      },
    },
  };
  const found = await readLiving(table, codec, "", 10);
  expect(found.map(named)).toEqual(["c1"]);
});

/** The same table, which counts single documents so slowly that whatever is begun meanwhile could end. */
function countsSlowly(raw: DexieTable, begin: () => void): DexieTable {
  return {
    ...raw,
    where(index) {
      const where = raw.where(index);
      return {
        above: (key) => where.above(key),
        aboveOrEqual: (key) => where.aboveOrEqual(key),
        between(...range) {
          const found = where.between(...range);
          const count = async () => {
            // Outside of the transaction, which Dexie would take it for a part of.
            setTimeout(begin);
            for (let n = 0; n < 100; n++) await found.count();
            return found.count();
          };
          return Object.assign(Object.create(found) as typeof found, { count });
        },
      };
    },
  };
}

test("what is taken out of its block while documents are counted counts once", async () => {
  await insert(idsOf(100, 140));
  const begun = Promise.withResolvers<void>();
  const renaming = begun.promise.then(() => rename("c110", "Bäckerei"));
  expect(await countLiving(countsSlowly(open.raw, begun.resolve))).toBe(40);
  await renaming;
  expect(await open.table.count()).toBe(40);
});

test("documents are counted once while others come all the time", async () => {
  await insert(["c050"]);
  const begun = idsOf(100, 105).map(() => Promise.withResolvers<void>());
  const coming = begun.map(async ({ promise }, n) => {
    await promise;
    await insert([`c10${n}`]);
  });
  let times = 0;
  const table = countsSlowly(open.raw, () => begun[times++]?.resolve());
  expect(await countLiving(table)).toBe(1);
  expect(times).toBe(1);
  await coming[0];
  expect(await open.table.count()).toBe(2);
});

test("what is living behind very many tombstones is found where there are blocks", async () => {
  await insert(idsOf(100, 110));
  const gone = rowsOf(...idsOf(200, 800).map((id) => contact(id, "gone")));
  await open.table
    .prepareNew(gone.map((row) => ({ ...row, deleted: true })))
    .insert();
  await insert(["c900"], false);
  const all = [...idsOf(100, 110), "c900"];
  expect((await open.table.all(50)).map(named)).toEqual(all);
  expect(await livingIn(4)).toEqual(all);
});

test("one garbled block is not a damaged store, a store full of them is", async () => {
  await insert(idsOf(100, 260));
  await garble("c259");
  expect(await checkStore([open.storage], codec)).toMatchObject({
    damaged: false,
  });
  await garble(...(await blocksOn(disk)).map(({ last }) => last).slice(0, -1));
  expect(await checkStore([open.storage], codec)).toMatchObject({
    damaged: true,
  });
});

test("documents that lie far apart are looked for one by one, not block by block", async () => {
  await insert(idsOf(100, 740));
  const spy = vi.spyOn(IDBObjectStore.prototype, "get");
  expect(await insert(["c100", "c735x"])).toEqual(["c100"]);
  // Of twenty.
  expect(spy.mock.calls.length).toBeLessThan(5);
});

test("what is found by anything but its id is refused instead of missed", async () => {
  await expect(open.storage.query({} as never)).rejects.toThrow("by id alone");
  await expect(open.storage.count({} as never)).rejects.toThrow("by id alone");
});
