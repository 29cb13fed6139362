import {
  createInserter,
  writeBarrier,
} from "../../../../renderer/local-store/insert-new.ts";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import {
  createRxDatabase,
  type EventBulk,
  type RxStorageChangeEvent,
} from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkStore } from "../../../../renderer/local-store/check-store.ts";
import {
  dexieTableOf,
  countLiving,
  type DexieTable,
} from "../../../../renderer/local-store/dexie-layout.ts";
import { readChanged } from "../../../../renderer/local-store/read-changed.ts";
import {
  marksFrom,
  readLiving,
  readPage,
} from "../../../../renderer/local-store/read-documents.ts";
import { dexieStorage } from "../../../../renderer/local-store/dexie-storage.ts";
import { createDocumentTable } from "../../../../renderer/local-store/document-table.ts";
import {
  clearCodec,
  createSealingCodec,
  type Codec,
} from "../../../../renderer/local-store/seal.ts";
import { sealedStorage } from "../../../../renderer/local-store/sealed-storage.ts";
import type {
  Stored,
  StoredDocument,
} from "../../../../renderer/local-store/stored-document.ts";
import { toRxSchema } from "../../../../renderer/local-store/to-rx-schema.ts";

let database: Awaited<ReturnType<typeof createRxDatabase>>;
let idb: IDBFactory;
let opened = 0;
const codec = createSealingCodec(new Uint8Array(32).fill(3));

function visit(id: string, description: string): StoredDocument {
  const v = { id, contactId: "c1", date: "2026-05-01", description };
  return {
    id,
    contactId: "c1",
    atDesc: 100,
    v,
    seq: 7,
    rev: 2,
    epoch: "e1",
    applied: 0,
  };
}

async function openVisits(worker?: Codec) {
  const sealing = worker ?? (await codec);
  const { interactions } = await database.addCollections<{
    interactions: { schema: ReturnType<typeof toRxSchema> };
  }>({ interactions: { schema: toRxSchema("interactions") } });
  const collection = interactions as unknown as Parameters<
    typeof createDocumentTable
  >[1];
  const inserter = createInserter({
    codec: sealing,
    instanceOf: () => collection.storageInstance,
    keyRange: IDBKeyRange,
    inserted: () => {},
  });
  const table = createDocumentTable("interactions", collection, {
    sealNew: inserter.seal,
    insertNew: inserter.insert,
    dropNew: async (ticket) => inserter.drop(ticket),
    makeReady: () => Promise.reject(new Error("not asked here")),
    barrier: () => writeBarrier(collection.storageInstance),
    marksFrom: () => Promise.reject(new Error("not asked here")),
    page: async (_c, after, limit) => {
      const raw = await dexieTableOf(collection.storageInstance);
      return readLiving(raw, sealing, after, limit);
    },
    count: async () =>
      countLiving(await dexieTableOf(collection.storageInstance)),
  });
  return { table, storage: collection.storageInstance };
}

function insert(...documents: readonly StoredDocument[]) {
  return documents.map((document) => ({
    previous: undefined,
    deleted: false,
    document,
  }));
}

async function rawStore<T>(
  collection: string,
  ask: (store: IDBObjectStore) => T | Promise<T>,
): Promise<T> {
  const name = `rxdb-dexie-${database.name}--0--${collection}`;
  const opening = idb.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const store = opening.result.transaction("docs").objectStore("docs");
  const answer = await ask(store);
  opening.result.close();
  return answer;
}

function rawRecords(
  collection = "interactions",
): Promise<readonly Record<string, unknown>[]> {
  return rawStore(collection, async (store) => {
    const reading = store.getAll();
    await new Promise((done) => (reading.onsuccess = done));
    return reading.result as Record<string, unknown>[];
  });
}

function rawIndexes(): Promise<readonly string[]> {
  return rawStore("interactions", ({ indexNames }) => [...indexNames]);
}

async function openDatabase(sealing: Codec): Promise<void> {
  idb = new IDBFactory();
  opened += 1;
  await openWith(dexieStorage({ indexedDB: idb, IDBKeyRange }), sealing);
}

async function openWith(
  dexie: ReturnType<typeof dexieStorage>,
  sealing: Codec,
): Promise<void> {
  database = await createRxDatabase({
    name: `sealed-${opened}`,
    storage: sealedStorage(dexie, sealing),
    multiInstance: false,
  });
}

beforeEach(async () => openDatabase(await codec));
afterEach(() => database.close());

test("what is inserted past RxDB lies on the disk as RxDB would have written it, and is read, found and changed the same way", async () => {
  const { table } = await openVisits();
  await table.write(insert(visit("v1", "Käse degustiert")));
  const wine = table.prepareNew(insert(visit("v2", "Wein degustiert")));
  expect(await wine.insert()).toEqual([]);
  const [byRxDb, byUs] = await rawRecords();
  // Revision, instant and sealed text are of each write; everything else is the same, to the member.
  const shape = (record: Readonly<Record<string, unknown>> = {}) => ({
    ...record,
    id: "",
    d: typeof record["d"],
    _rev: typeof record["_rev"],
    _meta: Object.keys(record["_meta"] ?? {}),
  });
  expect(shape(byUs)).toEqual(shape(byRxDb));
  const [previous] = [...(await table.load(["v2"])).values()];
  expect(previous).toMatchObject(visit("v2", "Wein degustiert"));
  expect(await table.count()).toBe(2);
  await table.write([
    { previous, deleted: true, document: visit("v2", "Wein gekauft") },
  ]);
  expect(await table.byContact("c1", 5)).toHaveLength(1);
});

test("of what is there already nothing is inserted, its neighbours are", async () => {
  const { table } = await openVisits();
  await table.write(insert(visit("v2", "Käse degustiert")));
  const all = ["v1", "v2", "v3"].map((id) => visit(id, "neu"));
  const fresh = table.prepareNew(insert(...all));
  // Nothing is written before it is asked for.
  expect(await table.count()).toBe(1);
  expect(await fresh.insert()).toEqual(["v2"]);
  const found = await table.load(["v1", "v2", "v3"]);
  expect(found.get("v2")?.v).toMatchObject({ description: "Käse degustiert" });
  expect(found.get("v3")?.v).toMatchObject({ description: "neu" });
});

test("on disk a document has its id, its indexes, RxDB's members and one sealed text", async () => {
  const { table } = await openVisits();
  await table.write(insert(visit("v1", "Käse degustiert")));
  const [record] = await rawRecords();
  expect(Object.keys(record ?? {}).toSorted()).toEqual([
    "_attachments",
    "_deleted",
    "_meta",
    "_rev",
    "atDesc",
    "contactId",
    "d",
    "id",
  ]);
  expect(JSON.stringify(record)).not.toContain("degustiert");
  const found = await table.byContact("c1", 5);
  expect(found[0]).toMatchObject(visit("v1", "Käse degustiert"));
});

test("RxDB's own bookkeeping passes unsealed", async () => {
  await openVisits();
  const records = await rawRecords("_rxdb_internal");
  expect(records.length).toBeGreaterThan(0);
  expect(records.every((record) => "context" in record)).toBe(true);
});

test("change events carry the plain documents, in the order of the writes", async () => {
  const { table, storage } = await openVisits();
  const heard: string[] = [];
  storage.changeStream().subscribe((bulk) => {
    const { events } = bulk as EventBulk<RxStorageChangeEvent<Stored>, unknown>;
    heard.push(
      ...events.map(({ documentData }) =>
        String(documentData.v["description"]),
      ),
    );
  });
  const many = Array.from({ length: 200 }, (_, n) => visit(`big${n}`, "big"));
  await Promise.all([
    table.write(insert(...many)),
    table.write(insert(visit("small", "small"))),
  ]);
  expect(heard).toHaveLength(201);
  expect(heard.at(-1)).toBe("small");
});

test("a small write does not overtake a big one that takes long to seal", async () => {
  await database.close();
  await openDatabase({
    ...clearCodec,
    async close(text) {
      const slow = text.includes("big");
      if (slow) await new Promise((done) => setTimeout(done, 30));
      return text;
    },
  });
  const { table, storage } = await openVisits();
  const heard: string[] = [];
  storage.changeStream().subscribe(({ events }) => {
    heard.push(...events.map(({ documentId }) => documentId));
  });
  await Promise.all([
    table.write(insert(visit("v1", "big"))),
    table.write(insert(visit("v2", "small"))),
  ]);
  expect(heard).toEqual(["v1", "v2"]);
});

test("a write onto a version that is no longer there is refused with the plain document", async () => {
  const { table, storage } = await openVisits();
  await table.write(insert(visit("v1", "first")));
  await expect(table.write(insert(visit("v1", "second")))).rejects.toThrow(
    "409",
  );
  const { error } = await storage.bulkWrite(
    [
      {
        document: {
          ...visit("v1", "second"),
          _deleted: false,
          _rev: "",
          _meta: { lwt: 1 },
          _attachments: {},
        },
      },
    ],
    "test",
  );
  expect(error[0]).toMatchObject({
    documentInDb: { v: { description: "first" } },
    writeRow: { document: { v: { description: "second" } } },
  });
});

test("a query on a sealed member throws instead of finding nothing", async () => {
  const { storage } = await openVisits();
  const query = {
    selector: { seq: 7 },
    sort: [{ id: "asc" }],
    skip: 0,
    limit: 5,
  };
  const plan = { index: ["_deleted", "id"], startKeys: [], endKeys: [] };
  await expect(
    storage.query({ query, queryPlan: plan } as never),
  ).rejects.toThrow("a selector on seq");
});

test("our own reading of the disk agrees with what RxDB writes", async () => {
  const { table, storage } = await openVisits();
  await table.write(
    insert(visit("v1", "one"), visit("v2", "two"), visit("v3", "three")),
  );
  const stored = await table.load(["v2", "v3"]);
  const [second, third] = [stored.get("v2"), stored.get("v3")];
  await table.write([
    { previous: second, deleted: true, document: visit("v2", "gone") },
    { previous: third, deleted: false, document: visit("v3", "newest") },
  ]);
  const raw: DexieTable = await dexieTableOf(storage);
  const byRxDb = await table.load(["v1", "v2", "v3"]);
  expect(await readPage(raw, await codec, "", 10)).toEqual([
    ...byRxDb.values(),
  ]);
  expect(
    (await readPage(raw, await codec, "v1", 1)).map(({ id }) => id),
  ).toEqual(["v2"]);
  const times = [...byRxDb.values()].map(({ _meta }) => _meta.lwt);
  expect(await checkStore([storage], await codec)).toEqual({
    ...{ newest: Math.max(...times), damaged: false },
  });
});

test("no index is kept that nobody asks; a notebook that has one more opens with it", async () => {
  const { table } = await openVisits();
  await table.write(insert(visit("v1", "one")));
  expect(await rawIndexes()).toEqual([
    "[_deleted+_meta.lwt]",
    "[_deleted+contactId+atDesc+id]",
  ]);

  await database.close();
  idb = new IDBFactory();
  const plain = getRxStorageDexie({ indexedDB: idb, IDBKeyRange });
  await openWith(plain, await codec);
  const before = await openVisits();
  await before.table.write(insert(visit("v1", "one"), visit("v2", "two")));
  await database.close();
  expect(await rawIndexes()).not.toContain("[_deleted+_meta.lwt]");
  await openWith(dexieStorage({ indexedDB: idb, IDBKeyRange }), await codec);
  const after = await openVisits();
  await after.table.write(insert(visit("v3", "three")));
  expect(await after.table.count()).toBe(3);
  expect((await after.table.all(9)).map(({ id }) => id)).toEqual([
    "v1",
    "v2",
    "v3",
  ]);
});

test("what was written after a time is read in the order of the writing, tombstones among it, in portions", async () => {
  const { table, storage } = await openVisits();
  const ids = ["v5", "v1", "v4", "v2", "v3"];
  for (const id of ids) await table.write(insert(visit(id, id)));
  const stored = await table.load(["v1", "v2"]);
  for (const id of ["v2", "v1"])
    await table.write([
      { previous: stored.get(id), deleted: true, document: visit(id, "gone") },
    ]);
  const raw = await dexieTableOf(storage);
  expect(await changesIn(raw)).toEqual(["v5", "v4", "v3", "-v2", "-v1"]);
  expect((await table.page("", 2)).map(({ id }) => id)).toEqual(["v3", "v4"]);
  expect((await table.page("v4", 2)).map(({ id }) => id)).toEqual(["v5"]);
  expect(await table.count()).toBe(3);
});

test("of what was written at one time nothing is passed over between two portions", async () => {
  const { table, storage } = await openVisits();
  const batch = insert(...["v3", "v1", "v5", "v2"].map((id) => visit(id, id)));
  expect(await table.prepareNew(batch).insert()).toEqual([]);
  await table.write(insert(visit("v4", "later")));
  const raw = await dexieTableOf(storage);
  expect(await changesIn(raw)).toEqual(["v1", "v2", "v3", "v5", "v4"]);
});

test("what is written anew while it is read moves the reading on for nobody else", async () => {
  const { table, storage } = await openVisits();
  const batch = insert(...["v1", "v2", "v3", "v4"].map((id) => visit(id, id)));
  await table.prepareNew(batch).insert();
  await table.write(insert(visit("v5", "later"), visit("v6", "later")));
  const raw = await dexieTableOf(storage);
  let isFirst = true;
  const disturbed: DexieTable = {
    blocks: raw.blocks,
    where: raw.where.bind(raw),
    async bulkGet(ids) {
      if (isFirst) {
        isFirst = false;
        const previous = (await table.load(["v3"])).get("v3");
        const document = visit("v3", "anew");
        await table.write([{ previous, deleted: false, document }]);
      }
      return raw.bulkGet(ids);
    },
  };
  const read = await changesIn(disturbed);
  expect(read.filter((id) => id !== "v3")).toEqual([
    ...["v1", "v2", "v4", "v5", "v6"],
  ]);
});

test("what is written anew while a part of its time is read hides nothing of the rest", async () => {
  const { table, storage } = await openVisits();
  const ids = ["v1", "v2", "v3", "v4", "v5"];
  await table.prepareNew(insert(...ids.map((id) => visit(id, id)))).insert();
  await table.write(insert(visit("v6", "later")));
  const raw = await dexieTableOf(storage);
  let isFirst = true;
  const disturbed: DexieTable = {
    ...raw,
    async bulkGet(wanted) {
      if (isFirst) {
        isFirst = false;
        const previous = (await table.load(["v2"])).get("v2");
        const document = visit("v2", "anew");
        await table.write([{ previous, deleted: false, document }]);
      }
      return raw.bulkGet(wanted);
    },
  };
  // A page begins within the time: what is left of it is more than the page holds.
  const [first] = await readChanged(raw, await codec, { lwt: 0, id: "" }, 1);
  const after = { lwt: first?._meta.lwt ?? 0, id: "v1" };
  const page = await readChanged(disturbed, await codec, after, 2);
  expect(page.map(({ id }) => id)).toEqual(["v3", "v4"]);
});

/** Everything that was written, read two by two; what was deleted has a dash. */
async function changesIn(raw: DexieTable): Promise<readonly string[]> {
  const read: string[] = [];
  for (let after = { lwt: 0, id: "" }; ;) {
    const page = await readChanged(raw, await codec, after, 2);
    read.push(...page.map(({ id, _deleted }) => (_deleted ? `-${id}` : id)));
    const end = page.at(-1);
    if (!end) return read;
    after = { lwt: end._meta.lwt, id: end.id };
  }
}

test("what comes twice in a batch is written once, and the second is told of", async () => {
  const { table } = await openVisits();
  const batch = insert(visit("v1", "first"), visit("v1", "second"));
  expect(await table.prepareNew(batch).insert()).toEqual(["v1"]);
  expect((await table.load(["v1"])).get("v1")?.v).toMatchObject(
    visit("v1", "first").v,
  );
});

/** The same table, and how much was asked of it. */
function watched(raw: DexieTable) {
  const asked = { times: 0, documents: 0 };
  const counted = <T>(found: readonly T[]) => {
    asked.times += 1;
    asked.documents += found.length;
    return found;
  };
  const table = {
    where: (index: string) => {
      const where = raw.where(index);
      return {
        above: (key: string) => ({
          limit: (count: number) => ({
            toArray: async () =>
              counted(await where.above(key).limit(count).toArray()),
          }),
        }),
        between: where.between.bind(where),
      };
    },
    blocks: raw.blocks,
    bulkGet: async (keys: readonly string[]) =>
      counted(await raw.bulkGet(keys)),
  } as unknown as DexieTable;
  return { table, asked };
}

test("what is living among very many tombstones is found without reading them", async () => {
  const { table, storage } = await openVisits();
  const ids = Array.from({ length: 60 }, (_, n) => `v${n + 10}`);
  const gone = insert(...ids.map((id) => visit(id, "gone"))).map((row) => ({
    ...row,
    deleted: true,
  }));
  await table.write([...insert(visit("v5", "a"), visit("v0", "b")), ...gone]);
  const all = watched(await dexieTableOf(storage));
  const found = await readLiving(all.table, await codec, "", 50);
  expect(found.map(({ id }) => id)).toEqual(["v0", "v5"]);
  expect(all.asked.documents).toBe(2);
  const second = await readLiving(all.table, await codec, "v0", 1);
  expect(second.map(({ id }) => id)).toEqual(["v5"]);

  // Where many are living as well, tombstones are passed over many at a time.
  const many = watched(await dexieTableOf(storage));
  const page = await readLiving(many.table, await codec, "", 2, 0);
  expect(page.map(({ id }) => id)).toEqual(["v0", "v5"]);
  expect(many.asked.times).toBe(1);

  let opened = 0;
  const sealing = await codec;
  const open = (d: string, id: string) => {
    opened += 1;
    return sealing.open(d, id);
  };
  await readLiving(many.table, { ...sealing, open }, "", 1, 0);
  expect(opened).toBe(1);
});

test("an index gives a contact's documents in order without sorting them in memory", async () => {
  const { table, storage } = await openVisits();
  const plans: boolean[] = [];
  const query = storage.query.bind(storage);
  storage.query = (prepared) => {
    plans.push(prepared.queryPlan.sortSatisfiedByIndex);
    return query(prepared);
  };
  await table.byContact("c1", 5);
  expect(plans).toEqual([true]);
});

test("a record that the disk garbles reads as deleted, is written over, and is told of; a store full of them is damaged", async () => {
  let told = 0;
  const sealing = { ...(await codec), onUnreadable: () => (told += 1) };
  await database.close();
  await openDatabase(sealing);
  const { table, storage } = await openVisits(sealing);
  const visits = ["v1", "v2", "v3"].map((id) => visit(id, id));
  await table.write(insert(...visits));
  await garble("v2");
  expect(told).toBe(0);
  expect((await table.all(9)).map(({ id }) => id)).toEqual(["v1", "v3"]);
  expect(told).toBeGreaterThan(0);
  const previous = (await table.load(["v2"])).get("v2");
  expect(previous).toMatchObject({ _deleted: true, seq: null, v: {} });
  const raw = await dexieTableOf(storage);
  expect(await marksFrom(raw, sealing, "", 9)).toMatchObject([
    { id: "v1", deleted: false },
    { id: "v2", deleted: true, seq: null },
    { id: "v3", deleted: false },
  ]);
  expect(await checkStore([storage], sealing)).toMatchObject({
    damaged: false,
  });
  const [again] = insert(visit("v2", "again"));
  if (!again) throw new Error("There is one");
  await table.write([{ ...again, previous }]);
  expect((await table.all(9)).map(({ id }) => id)).toEqual(["v1", "v2", "v3"]);
  for (const id of ["v1", "v2"]) await garble(id);
  expect(await checkStore([storage], sealing)).toMatchObject({ damaged: true });
});

async function garble(id: string): Promise<void> {
  const opening = idb.open(`rxdb-dexie-${database.name}--0--interactions`);
  await new Promise((done) => (opening.onsuccess = done));
  const docs = opening.result
    .transaction("docs", "readwrite")
    .objectStore("docs");
  const reading = docs.get(id);
  await new Promise((done) => (reading.onsuccess = done));
  const writing = docs.put({ ...(reading.result as object), d: "garbled" });
  await new Promise((done) => (writing.onsuccess = done));
  opening.result.close();
}
