import type { Dexie, DexieOptions } from "dexie";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { BY_WRITE_TIME } from "./dexie-layout.ts";

/** RxDB's documents in the layout that it declares. */
const DOCUMENTS = "docs";
/**
 * What RxDB indexes of every document, for its queries by id, for changes since a time, and for its clean-up of
 * tombstones. Here the key gives documents by id, `BY_WRITE_TIME` everything else, and tombstones are kept: they keep
 * older versions out.
 */
const RXDB_INDEXES = ["[_deleted+id]", "[_meta.lwt+id]", "_meta.lwt"];

/**
 * RxDB's storage in IndexedDB as it is used here: each write is on the disk when it is answered, and one index stands in
 * the place of three, since every index is paid for with every document. Those of an entity's own stay. A notebook that
 * was made with the three keeps them, and gets the one.
 *
 * @param own in tests, another IndexedDB
 */
export function dexieStorage(
  own: Pick<DexieOptions, "indexedDB" | "IDBKeyRange"> = {},
) {
  return getRxStorageDexie({
    ...own,
    // Since Chromium 121 the default answers before the disk has it.
    chromeTransactionDurability: "strict",
    onCreate: (database, name) =>
      declareOwn(database, isBookkeeping(name) ? [] : RXDB_INDEXES),
  });
}

/** RxDB's own collections, which it searches itself: they keep all of theirs. */
function isBookkeeping(name: string): boolean {
  return name.split("--").at(-1)?.startsWith("_") ?? false;
}

function declareOwn(database: Dexie, spare: readonly string[]): void {
  const declare = database.version.bind(database);
  database.version = (number) => {
    const version = declare(number);
    const stores = version.stores.bind(version);
    version.stores = (layout) =>
      stores({ ...layout, [DOCUMENTS]: ownIndexes(layout[DOCUMENTS], spare) });
    return version;
  };
}

function ownIndexes(
  indexes: string | null | undefined,
  spare: readonly string[],
): string {
  const all = (indexes ?? "").split(", ");
  if (!RXDB_INDEXES.every((index) => all.includes(index)))
    throw new Error("RxDB's layout is not the one that this version knows.");
  const kept = all.filter((index) => !spare.includes(index));
  return [...kept, BY_WRITE_TIME].join(", ");
}
