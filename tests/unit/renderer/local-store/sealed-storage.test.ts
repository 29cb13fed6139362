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
import {
  dexieTableOf,
  checkStore,
  marksFrom,
  readPage,
  type DexieTable,
} from "../../../../renderer/local-store/dexie-layout.ts";
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

async function openVisits() {
  const { interactions } = await database.addCollections<{
    interactions: { schema: ReturnType<typeof toRxSchema> };
  }>({ interactions: { schema: toRxSchema("interactions") } });
  const collection = interactions as unknown as Parameters<
    typeof createDocumentTable
  >[1];
  const inserter = createInserter({
    codec: await codec,
    instanceOf: () => collection.storageInstance,
    inserted: () => {},
  });
  const table = createDocumentTable("interactions", collection, {
    sealNew: inserter.seal,
    insertNew: inserter.insert,
    dropNew: async (ticket) => inserter.drop(ticket),
    barrier: () => writeBarrier(collection.storageInstance),
    marksFrom: () => Promise.reject(new Error("not asked here")),
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

async function rawRecords(
  collection = "interactions",
): Promise<readonly Record<string, unknown>[]> {
  const name = `rxdb-dexie-${database.name}--0--${collection}`;
  const opening = idb.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const reading = opening.result
    .transaction("docs")
    .objectStore("docs")
    .getAll();
  await new Promise((done) => (reading.onsuccess = done));
  opening.result.close();
  return reading.result as Record<string, unknown>[];
}

async function openDatabase(sealing: Codec): Promise<void> {
  idb = new IDBFactory();
  const dexie = getRxStorageDexie({ indexedDB: idb, IDBKeyRange });
  database = await createRxDatabase({
    name: `sealed-${++opened}`,
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

test("an index gives a contact's documents in order without sorting them in memory", async () => {
  const { table, storage } = await openVisits();
  const plans: boolean[] = [];
  const query = storage.query.bind(storage);
  storage.query = (prepared) => {
    plans.push(prepared.queryPlan.sortSatisfiedByIndex);
    return query(prepared);
  };
  await table.byContact("c1", 5);
  await table.all(5);
  expect(plans).toEqual([true, true]);
});

test("a record that the disk garbles reads as deleted, is written over, and is told of; a store full of them is damaged", async () => {
  const sealing = await codec;
  let told = 0;
  await database.close();
  await openDatabase({ ...sealing, onUnreadable: () => (told += 1) });
  const { table, storage } = await openVisits();
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
