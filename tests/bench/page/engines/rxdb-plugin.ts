import { createRxDatabase } from "rxdb/plugins/core";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import {
  edited,
  ROWS,
  salespersonOf,
  timed,
  type Engine,
  type Filled,
  type Pages,
} from "../engine.ts";

/** RxDB's own replication with push configured, as its documentation sets it up; three indexes. */
export const rxdbPlugin: Engine = { fill };

async function fill(pages: Pages): Promise<Filled> {
  const text = { type: "string", maxLength: 100 } as const;
  const database = await createRxDatabase({
    name: `rxdb-plugin-${Date.now()}`,
    storage: getRxStorageDexie({ chromeTransactionDurability: "strict" }),
    multiInstance: false,
  });
  const { contacts } = await database.addCollections({
    contacts: {
      schema: {
        version: 0,
        primaryKey: "id",
        type: "object",
        properties: {
          id: { type: "string", maxLength: 36 },
          name: text,
          salesperson: text,
          updatedAt: text,
        },
        required: ["id", "name", "salesperson", "updatedAt"],
        // Whatever else a contact has is stored as it is.
        additionalProperties: true as never,
        indexes: ["name", ["salesperson", "name"], "updatedAt"],
      },
    },
  });
  if (!contacts) throw new Error("RxDB made no collection.");
  const replication = replicateRxCollection<
    Record<string, unknown>,
    { next: number }
  >({
    collection: contacts,
    replicationIdentifier: "bench",
    live: false,
    waitForLeadership: false,
    pull: {
      batchSize: pages[0]?.length ?? 0,
      async handler(checkpoint) {
        const next = checkpoint?.next ?? 0;
        const documents = (pages[next] ?? []).map(({ v }) => ({
          ...(v as Record<string, unknown>),
          _deleted: false,
        }));
        return { documents, checkpoint: { next: next + 1 } };
      },
    },
    push: { batchSize: 100, handler: async () => [] },
  });
  replication.error$.subscribe((error) => {
    throw error;
  });
  await replication.awaitInSync();
  await replication.cancel();
  const byName = [{ name: "asc" as const }];
  return {
    sort: async (turn) =>
      // Another limit is another query for its cache.
      (await contacts.find({ sort: byName, limit: ROWS + (turn % 20) }).exec())
        .length,
    async filter(turn) {
      const query = {
        selector: { salesperson: salespersonOf(turn) },
        sort: [{ salesperson: "asc" as const }, ...byName],
        limit: ROWS + (turn % 20),
      };
      return (await contacts.find(query).exec()).length;
    },
    async jump(turn, row) {
      const query = { sort: byName, skip: row + turn, limit: ROWS };
      return (await contacts.find(query).exec()).length;
    },
    async save(turn) {
      const { id, comment } = edited(pages, turn) as Record<string, string>;
      const found = await contacts.findOne(id ?? "").exec();
      return timed(async () => found?.incrementalPatch({ comment }));
    },
    close: async () => void (await database.close()),
  };
}
