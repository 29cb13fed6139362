import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxStorage,
} from "rxdb/plugins/core";
import {
  collectionNames,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Tables } from "./background-writer.ts";
import { createDocumentTable, type StoreWorker } from "./document-table.ts";
import type { StoredDocument } from "./stored-document.ts";
import { toRxSchema } from "./to-rx-schema.ts";

type Collections = Record<CollectionName, RxCollection<StoredDocument>>;

/** Opens the database and its eleven collections (free RxDB holds 13, over all databases of the page). */
export async function openTables(parts: {
  readonly storage: RxStorage<never, never>;
  readonly database: string;
  readonly worker: StoreWorker;
}): Promise<{ readonly tables: Tables; readonly database: RxDatabase }> {
  const database = await createRxDatabase<Collections>({
    name: parts.database,
    storage: parts.storage,
    // One window owns the store; other windows ask it.
    multiInstance: false,
    eventReduce: false,
  });
  const collections = await database.addCollections(
    Object.fromEntries(
      collectionNames.map((c) => [c, { schema: toRxSchema(c) }]),
    ) as Record<CollectionName, { schema: ReturnType<typeof toRxSchema> }>,
  );
  const tables = Object.fromEntries(
    collectionNames.map((c) => [
      c,
      createDocumentTable(c, collections[c], parts.worker),
    ]),
  ) as unknown as Tables;
  return { tables, database: database as unknown as RxDatabase };
}
