import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { createRxDatabase, type RxStorage } from "rxdb/plugins/core";
import {
  openBlock,
  type Block,
  type Unpacked,
} from "../../renderer/local-store/blocks.ts";
import {
  countLiving,
  dexieTableOf,
  type DexieTable,
} from "../../renderer/local-store/dexie-layout.ts";
import { readChanged } from "../../renderer/local-store/read-changed.ts";
import {
  marksFrom,
  readLiving,
} from "../../renderer/local-store/read-documents.ts";
import { dexieStorage } from "../../renderer/local-store/dexie-storage.ts";
import { createDocumentTable } from "../../renderer/local-store/document-table.ts";
import {
  createInserter,
  writeBarrier,
} from "../../renderer/local-store/insert-new.ts";
import type { Codec } from "../../renderer/local-store/seal.ts";
import {
  sealedStorage,
  type SealedInstance,
} from "../../renderer/local-store/sealed-storage.ts";
import type {
  Stored,
  StoredDocument,
} from "../../renderer/local-store/stored-document.ts";
import { toRxSchema } from "../../renderer/local-store/to-rx-schema.ts";

type Collection = Parameters<typeof createDocumentTable>[1];

/** Where contacts lie: an IndexedDB, and the name of the database in it. */
export interface ContactsDisk {
  readonly idb: IDBFactory;
  readonly name: string;
}

let made = 0;

export function createContactsDisk(): ContactsDisk {
  return { idb: new IDBFactory(), name: `contacts-${++made}` };
}

/** @param storage in the place of the app's own, one that does not know all tables */
export async function openContacts(
  { idb, name }: ContactsDisk,
  codec: Codec,
  storage: RxStorage<unknown, unknown> = dexieStorage({
    indexedDB: idb,
    IDBKeyRange,
  }) as RxStorage<unknown, unknown>,
) {
  const database = await createRxDatabase({
    ...{ name, storage: sealedStorage(storage, codec), multiInstance: false },
  });
  const { contacts } = await database.addCollections<{
    contacts: { schema: ReturnType<typeof toRxSchema> };
  }>({ contacts: { schema: toRxSchema("contacts") } });
  const collection = contacts as unknown as Collection;
  const instance = collection.storageInstance;
  // RxDB puts its own around it, which knows RxDB's members only.
  const own = collection.internalStorageInstance as unknown as SealedInstance;
  const raw = await dexieTableOf(instance);
  const inserter = createInserter({
    ...{ codec, instanceOf: () => instance },
    ...{ keyRange: IDBKeyRange, inserted: () => own.noteInserted() },
  });
  const table = createDocumentTable("contacts", collection, {
    sealNew: inserter.seal,
    insertNew: inserter.insert,
    dropNew: async (ticket) => inserter.drop(ticket),
    makeReady: (_c, ids) => own.makeReady(ids) as Promise<readonly Stored[]>,
    barrier: () => writeBarrier(instance),
    marksFrom: (_c, from, limit) => marksFrom(raw, codec, from, limit),
    page: (_c, after, limit) => readLiving(raw, codec, after, limit),
    count: () => countLiving(raw),
  });
  return {
    ...{ table, raw, storage: instance, close: () => database.close() },
    /** What was to be made ready until now is, or will not be. */
    async settled() {
      await own.makeReady([]);
    },
  };
}

export type OpenContacts = Awaited<ReturnType<typeof openContacts>>;

export function contact(id: string, name: string): StoredDocument {
  const v = { id, type: "company", name };
  return { id, v, seq: 7, rev: 2, epoch: "e1", applied: 0 };
}

export function rowsOf(...documents: readonly StoredDocument[]) {
  return documents.map((document) => ({
    ...{ previous: undefined, deleted: false, document },
  }));
}

/** Everything that was written, in portions; what was deleted has a dash. */
export async function changesIn(
  raw: DexieTable,
  codec: Codec,
  portion: number,
): Promise<readonly string[]> {
  const read: string[] = [];
  for (let after = { lwt: 0, id: "" }; ;) {
    const page = await readChanged(raw, codec, after, portion);
    read.push(...page.map(named));
    const end = page.at(-1);
    // As its callers take it: nothing comes behind a short page.
    if (!end || page.length < portion) return read;
    after = { lwt: end._meta.lwt, id: end.id };
  }
}

/** With a dash when it is deleted. */
export function named({ id, _deleted }: Stored): string {
  return _deleted ? `-${id}` : id;
}

/** A record of IndexedDB, whatever it holds. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Past everything: what lies in one store of the database of contacts, or what `work` makes of it. */
export async function rawStore<T>(
  { idb, name }: ContactsDisk,
  store: "docs" | "blocks",
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = idb.open(`rxdb-dexie-${name}--0--contacts`);
  await new Promise((done) => (opening.onsuccess = done));
  const database = opening.result;
  try {
    return await work(
      database.transaction(store, "readwrite").objectStore(store),
    );
  } finally {
    database.close();
  }
}

export async function answered<T>(request: IDBRequest<T>): Promise<T> {
  await new Promise((done) => (request.onsuccess = done));
  return request.result;
}

export function docsOn(disk: ContactsDisk): Promise<readonly RawRecord[]> {
  return rawStore(disk, "docs", (store) => answered(store.getAll()));
}

export function blocksOn(disk: ContactsDisk): Promise<readonly Block[]> {
  return rawStore(disk, "blocks", (store) => answered(store.getAll()));
}

/** What lies in blocks, opened. */
export async function packedOn(
  disk: ContactsDisk,
  codec: Codec,
): Promise<readonly Unpacked[]> {
  const blocks = await blocksOn(disk);
  return (await Promise.all(blocks.map((one) => openBlock(one, codec)))).flat();
}

/** What is wrong with how documents lie on the disk; nothing should be. */
export async function faultsOn(
  disk: ContactsDisk,
  codec: Codec,
): Promise<readonly string[]> {
  const blocks = await blocksOn(disk);
  const faults: string[] = [];
  let reached = "";
  for (const { ids, last, count } of blocks) {
    const [first = ""] = ids;
    const held = `${last}: ${ids.join()}`;
    if (ids.length === 0 || ids.length !== count)
      faults.push(`size of ${held}`);
    if (ids.join() !== [...new Set(ids)].toSorted().join())
      faults.push(`order of ${held}`);
    if ((ids.at(-1) ?? "") > last) faults.push(`reach of ${held}`);
    if (first <= reached) faults.push(`${held} overlaps ${reached}`);
    reached = last;
  }
  const packed = await packedOn(disk, codec);
  const single = new Set((await docsOn(disk)).map(({ id }) => id));
  for (const { id, text } of packed) {
    if (single.has(id)) faults.push(`${id} lies in two places`);
    if (text === null) faults.push(`${id} cannot be read`);
  }
  return faults;
}
