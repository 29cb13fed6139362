import { randomUUID } from "node:crypto";
import type { TestServer } from "./server.ts";

interface Table {
  readonly name: string;
  readonly rows: unknown;
}

/** The whole database as it is now. */
export async function backupOf({ sql }: TestServer): Promise<readonly Table[]> {
  const tables = await sql.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name <> 'schema_migration'
     ORDER BY table_name <> 'tenant_head', table_name`,
    [],
  );
  const backup: Table[] = [];
  for (const { name } of tables) {
    const [row] = await sql.query<{ rows: unknown }>(
      `SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') AS rows FROM ${name} t`,
      [],
    );
    backup.push({ name, rows: row?.rows });
  }
  return backup;
}

/** Puts the server back to `backup`. A restore by the book makes a new epoch; a machine that lost its end does not. */
export async function restore(
  { sql, tenant }: TestServer,
  backup: readonly Table[],
  options: { readonly newEpoch?: boolean } = {},
): Promise<void> {
  await sql.transaction(async (tx) => {
    for (const { name, rows } of backup) {
      await tx.query(`DELETE FROM ${name}`, []);
      await tx.query(
        `INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    if (options.newEpoch ?? true)
      await tx.query(`UPDATE tenant_head SET epoch = $2 WHERE tenant_id = $1`, [
        tenant.tenantId,
        randomUUID(),
      ]);
  });
}
