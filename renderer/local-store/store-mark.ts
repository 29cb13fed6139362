import { answerOf } from "./idb-transaction.ts";
const DATABASE = "carnet-mark";
const TABLE = "mark";
const KEY = "mark";

/**
 * The name of this readable copy, in a database beside its own: whatever clears them clears it, and a start with another
 * one, or none, is told from a first start.
 */
export interface StoreMark {
  /** Null in a copy that is new. */
  read(): Promise<string | null>;
  write(mark: string): Promise<void>;
  close(): void;
}

export async function openStoreMark(idb: IDBFactory): Promise<StoreMark> {
  const opening = idb.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = await answerOf(opening);
  return {
    async read() {
      const table = database.transaction(TABLE).objectStore(TABLE);
      const found: unknown = await answerOf(table.get(KEY));
      return typeof found === "string" ? found : null;
    },
    write(mark) {
      const transaction = database.transaction(TABLE, "readwrite", {
        durability: "strict",
      });
      transaction.objectStore(TABLE).put(mark, KEY);
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    },
    close: () => database.close(),
  };
}
