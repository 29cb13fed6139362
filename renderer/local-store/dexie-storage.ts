import type { Dexie, DexieOptions } from "dexie";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { BLOCKS, BLOCKS_LAYOUT, isPacked } from "./blocks.ts";
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
 * was made with the three keeps them, and gets the one; the table of blocks (blocks.ts) likewise.
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
    onCreate: (database, name) => declareOwn(database, collectionOf(name)),
  });
}

function collectionOf(databaseName: string): string {
  return databaseName.split("--").at(-1) ?? "";
}

function declareOwn(database: Dexie, collection: string): void {
  // RxDB's own collections, which it searches itself, keep all of theirs.
  const spare = collection.startsWith("_") ? [] : RXDB_INDEXES;
  const declare = database.version.bind(database);
  database.version = (number) => {
    const version = declare(number);
    const stores = version.stores.bind(version);
    version.stores = (layout) =>
      stores({
        ...layout,
        [DOCUMENTS]: ownIndexes(layout[DOCUMENTS], spare),
        ...(isPacked(collection) ? { [BLOCKS]: BLOCKS_LAYOUT } : {}),
      });
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
