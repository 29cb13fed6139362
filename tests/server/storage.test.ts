import { expect, test } from "vitest";
import { createSqlFileStorage } from "../../server/storage/file-storage.ts";
import { migrate } from "../../server/storage/migrate.ts";
import { createSqlIdentityStorage } from "../../server/storage/sql-identity-storage.ts";
import { createSqlSyncStorage } from "../../server/storage/sql-sync-storage.ts";
import { describeStorage } from "../contract/storage-contract.ts";
import { ENGINES, openEngine } from "../helpers/server.ts";

for (const engine of ENGINES)
  describeStorage(engine, async () => {
    const sql = await openEngine(engine);
    await migrate(sql);
    return {
      storage: createSqlSyncStorage(sql),
      identities: createSqlIdentityStorage(sql),
      files: createSqlFileStorage(sql),
    };
  });

test.each(ENGINES)(
  "tables are made once; a database of a newer program is refused (%s)",
  async (engine) => {
    const sql = await openEngine(engine);
    await migrate(sql);
    await migrate(sql);
    await sql.query(`INSERT INTO schema_migration VALUES (999, 0)`);
    await expect(migrate(sql)).rejects.toThrow("newer program");
    await sql.query(`DELETE FROM schema_migration WHERE version = 999`);
  },
);
