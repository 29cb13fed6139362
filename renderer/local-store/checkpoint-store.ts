import { answerOf } from "./idb-transaction.ts";
import type { Checkpoint } from "../../shared/sync/ports.ts";

export interface CheckpointStore {
  read(): Promise<Checkpoint>;
  write(checkpoint: Checkpoint): Promise<void>;
  close(): void;
}

const TABLE = "checkpoint";
const KEY = "sync";

/**
 * How far this device has pulled, in a small IndexedDB database of its own: it lies in the same folder as the
 * documents, so whatever wipes them wipes it too, and the next pull starts from the beginning.
 */
export async function openCheckpointStore(
  idb: IDBFactory,
  name = "carnet-checkpoint",
): Promise<CheckpointStore> {
  const opening = idb.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = await answerOf(opening);
  return {
    async read() {
      const found: unknown = await answerOf(
        database.transaction(TABLE).objectStore(TABLE).get(KEY),
      );
      return (
        (found as Checkpoint | undefined) ?? {
          epoch: null,
          cursors: {},
        }
      );
    },
    write(checkpoint) {
      // Strict: after a power cut the checkpoint must not be older than what the server was told.
      const transaction = database.transaction(TABLE, "readwrite", {
        durability: "strict",
      });
      transaction.objectStore(TABLE).put(checkpoint, KEY);
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
        transaction.onerror = () => reject(transaction.error);
      });
    },
    close: () => database.close(),
  };
}
