import type { CollectionName } from "../../shared/entities/registry.ts";
import { FIRST_REVISION, type NewDocument } from "./new-document.ts";
import type { Codec } from "./seal.ts";

export type Durability = "strict" | "relaxed";

/** What the page asks of the store worker, past RxDB; see `createInserter`. */
export interface Inserter {
  /** Begins to seal documents and keeps them under `ticket`; resolves when they could be written. */
  seal(ticket: number, documents: readonly NewDocument[]): Promise<void>;
  /**
   * Writes them if they are not there yet, and forgets them.
   *
   * @param lwt RxDB's write time for all of them
   * @param durability relaxed: on the disk only after `writeBarrier`
   * @returns ids that are there already; of those nothing was changed.
   */
  insert(
    ticket: number,
    c: CollectionName,
    lwt: number,
    durability: Durability,
  ): Promise<readonly string[]>;
  /** Nobody will ask for them. */
  drop(ticket: number): void;
}

/**
 * Writes documents that are not there yet straight into RxDB's Dexie layout, sealed, in one transaction: a
 * first sync is nothing but these, and RxDB's own way reads every id twice and sends every document back to the page.
 * RxDB is pinned exactly, and a test compares the layout with what RxDB writes.
 *
 * In two steps, so that one batch is sealed while the one before it is written.
 */
export function createInserter(deps: {
  readonly codec: Codec;
  readonly instanceOf: (c: CollectionName) => Instance;
  /** Of the IndexedDB that the instances are in. */
  readonly keyRange: KeyRange;
  /** Hears what was written, which RxDB tells nobody of. */
  readonly inserted: (
    c: CollectionName,
    documents: readonly NewDocument[],
    lwt: number,
  ) => void;
}): Inserter {
  const { codec, instanceOf, keyRange, inserted } = deps;
  const sealed = new Map<number, Promise<readonly SealedNew[]>>();
  return {
    async seal(ticket, documents) {
      const sealing = Promise.all(
        documents.map(async (document) => ({
          document,
          d: await codec.close(document.text, document.clear.id),
        })),
      );
      sealed.set(ticket, sealing);
      await sealing;
    },
    async insert(ticket, c, lwt, durability) {
      const batch = await sealed.get(ticket);
      if (!batch) throw new Error("These documents were never sealed.");
      sealed.delete(ticket);
      const { name, db } = await tableOf(instanceOf(c));
      const present = await addAll(
        db.backendDB(),
        name,
        batch.map((one) => toRecord(one, lwt)),
        durability,
        keyRange,
      );
      const there = new Set(present);
      const documents = batch.map(({ document }) => document);
      inserted(
        c,
        documents.filter(({ clear }) => !there.has(clear.id)),
        lwt,
      );
      return present;
    },
    drop: (ticket) => void sealed.delete(ticket),
  };
}

type KeyRange = Pick<typeof IDBKeyRange, "bound">;

interface SealedNew {
  readonly document: NewDocument;
  readonly d: string;
}

/** As it lies in IndexedDB, where booleans are no keys. */
function toRecord({ document, d }: SealedNew, lwt: number) {
  return {
    ...document.clear,
    _deleted: document.deleted ? "1" : "0",
    _rev: FIRST_REVISION,
    _meta: { lwt },
    _attachments: {},
    d,
  };
}

/**
 * Everything that was written to this collection before is on the disk when it resolves: one strict transaction that
 * leaves nothing behind, after which nobody waits for the log.
 */
export async function writeBarrier(instance: Instance): Promise<void> {
  const { name, db } = await tableOf(instance);
  const transaction = db.backendDB().transaction(name, "readwrite", {
    durability: "strict",
  });
  const store = transaction.objectStore(name);
  const id = "carnet-barrier";
  store.put({ id, _deleted: "1", _rev: FIRST_REVISION, _meta: { lwt: 1 } });
  store.delete(id);
  await done(transaction);
}

interface Instance {
  readonly internals: unknown;
}

/** The part of Dexie's table that is used here. */
interface InternalTable {
  readonly name: string;
  readonly db: { backendDB(): IDBDatabase };
}

async function tableOf(instance: Instance): Promise<InternalTable> {
  const internals = await instance.internals;
  return (internals as { readonly dexieTable: InternalTable }).dexieTable;
}

/** @returns ids of rows that were there already */
async function addAll(
  database: IDBDatabase,
  table: string,
  rows: readonly { readonly id: string }[],
  durability: Durability,
  keyRange: KeyRange,
): Promise<readonly string[]> {
  const transaction = database.transaction(table, "readwrite", { durability });
  const store = transaction.objectStore(table);
  const present: string[] = [];
  const ids = rows.map(({ id }) => id).toSorted();
  const among = keyRange.bound(ids[0] ?? "", ids.at(-1) ?? "");
  const looking = store.getKey(among);
  looking.onsuccess = () => {
    // What is made in turn has ids in turn: where nothing lies among them, no row has to be looked for by itself.
    if (looking.result === undefined && isEachOnce(ids))
      for (const row of rows) store.put(row);
    else for (const row of rows) add(store, row, present);
  };
  await done(transaction);
  return present;
}

function isEachOnce(ordered: readonly string[]): boolean {
  return ordered.every((id, i) => id !== ordered[i + 1]);
}

function add(
  store: IDBObjectStore,
  row: { readonly id: string },
  present: string[],
): void {
  const adding = store.add(row);
  adding.onerror = (event) => {
    if (adding.error?.name !== "ConstraintError") return;
    present.push(row.id);
    // The others are still written.
    event.preventDefault();
    event.stopPropagation();
  };
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error("The documents were not written."));
  });
}
