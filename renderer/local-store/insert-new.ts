import type { Codec } from "./seal.ts";
import { closeDocument, type PlainDocument } from "./sealed-document.ts";

/** The part of Dexie's table that is used here. */
interface InternalTable {
  readonly name: string;
  readonly db: { backendDB(): IDBDatabase };
}

/**
 * Writes documents that are not there yet straight into RxDB's Dexie layout, sealed, in one transaction: a
 * first sync is nothing but these, and RxDB's own way reads every id twice and sends every document back to the page.
 * RxDB is pinned exactly, and a test compares the layout with what RxDB writes.
 *
 * @param durability relaxed: on the disk only after `writeBarrier`
 * @returns ids that are there already; of those nothing was changed.
 */
export async function insertNew(
  instance: Instance,
  codec: Codec,
  documents: readonly PlainDocument[],
  durability: Durability,
): Promise<readonly string[]> {
  const rows = await Promise.all(
    documents.map(async (document) => ({
      ...(await closeDocument(document, codec)),
      // Booleans are no keys in IndexedDB.
      _deleted: document._deleted ? "1" : "0",
    })),
  );
  const { name, db } = await tableOf(instance);
  return addAll(db.backendDB(), name, rows, durability);
}

export type Durability = "strict" | "relaxed";

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
  store.put({ id, _deleted: "1", _rev: "1-carnet", _meta: { lwt: 1 } });
  store.delete(id);
  await done(transaction);
}

interface Instance {
  readonly internals: unknown;
}

async function tableOf(instance: Instance): Promise<InternalTable> {
  const internals = await instance.internals;
  return (internals as { readonly dexieTable: InternalTable }).dexieTable;
}

async function addAll(
  database: IDBDatabase,
  table: string,
  rows: readonly { readonly id: string }[],
  durability: Durability,
): Promise<readonly string[]> {
  const transaction = database.transaction(table, "readwrite", { durability });
  const store = transaction.objectStore(table);
  const present: string[] = [];
  for (const row of rows) {
    const adding = store.add(row);
    adding.onerror = (event) => {
      if (adding.error?.name !== "ConstraintError") return;
      present.push(row.id);
      // The others are still written.
      event.preventDefault();
      event.stopPropagation();
    };
  }
  await done(transaction);
  return present;
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error("The documents were not written."));
  });
}
