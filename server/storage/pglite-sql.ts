import { PGlite, type Transaction } from "@electric-sql/pglite";
import type { Queries, Sql } from "./sql.ts";

/**
 * PostgreSQL compiled to WebAssembly, in this process. It has no lock of its own on its folder and never calls
 * fsync: whoever opens a folder must hold `lockDataDir` (two processes destroyed one in our tests).
 *
 * @param dataDir folder of the database; absent = in memory
 * @param image a dump to begin with, instead of an empty database
 */
export async function openPglite(dataDir?: string, image?: Blob): Promise<Sql> {
  const db = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(image === undefined ? {} : { loadDataDir: image }),
  });
  return {
    ...queriesOn(db),
    transaction: (work) => db.transaction((tx) => work(queriesOn(tx))),
    close: () => db.close(),
  };
}

function queriesOn(db: Pick<PGlite | Transaction, "query">): Queries {
  return {
    async query<R extends object>(
      text: string,
      params: readonly unknown[] = [],
    ) {
      const { rows } = await db.query<R>(text, [...params]);
      return rows;
    },
  };
}
