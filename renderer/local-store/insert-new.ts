import type { Codec } from "./seal.ts";
import { closeDocument, type PlainDocument } from "./sealed-document.ts";

/** The part of Dexie's table that is used here. */
interface InternalTable {
  readonly name: string;
  readonly db: { backendDB(): IDBDatabase };
}

/**
 * Writes documents that are not there yet straight into RxDB's Dexie layout, sealed, in one strict transaction: a
 * first sync is nothing but these, and RxDB's own way reads every id twice and sends every document back to the page.
 * RxDB is pinned exactly, and a test compares the layout with what RxDB writes.
 *
 * @returns ids that are there already; of those nothing was changed.
 */
export async function insertNew(
  instance: { readonly internals: unknown },
  codec: Codec,
  documents: readonly PlainDocument[],
): Promise<readonly string[]> {
  const { dexieTable } = (await instance.internals) as {
    readonly dexieTable: InternalTable;
  };
  const rows = await Promise.all(
    documents.map(async (document) => ({
      ...(await closeDocument(document, codec)),
      // Booleans are no keys in IndexedDB.
      _deleted: document._deleted ? "1" : "0",
    })),
  );
  const { name, db } = dexieTable;
  return addAll(db.backendDB(), name, rows);
}

function addAll(
  database: IDBDatabase,
  table: string,
  rows: readonly { readonly id: string }[],
): Promise<readonly string[]> {
  const transaction = database.transaction(table, "readwrite", {
    durability: "strict",
  });
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
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(present);
    transaction.onabort = () =>
      reject(transaction.error ?? new Error("The documents were not written."));
  });
}
