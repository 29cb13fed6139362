import { SCHEMA_STEPS } from "./schema.ts";
import type { Sql } from "./sql.ts";

/** "carnet" on a telephone's keys: any number that no other program in the database uses. */
const MIGRATION_LOCK = 227_638;

/**
 * Brings the tables to this program's version. A database written by a newer program is refused, untouched.
 *
 * @param steps stop after so many: for the rows of an older program, before the others
 */
export async function migrate(
  sql: Sql,
  steps: number = SCHEMA_STEPS.length,
): Promise<void> {
  await sql.transaction(async (tx) => {
    // Two processes starting at once on a shared database: the second waits here and finds the work done. No lock of
    // a table could do that: making the first table is where they would meet.
    await tx.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await tx.query(
      `CREATE TABLE IF NOT EXISTS schema_migration (version int PRIMARY KEY, at_ms bigint NOT NULL)`,
    );
    const [row] = await tx.query<{ version: number }>(
      `SELECT coalesce(max(version), 0)::int AS version FROM schema_migration`,
    );
    const version = row?.version ?? 0;
    if (version > SCHEMA_STEPS.length)
      throw new Error(
        `The database has schema ${version}; this program knows ${SCHEMA_STEPS.length}. Use the newer program.`,
      );
    for (const [index, statements] of SCHEMA_STEPS.slice(0, steps).entries()) {
      if (index < version) continue;
      for (const statement of statements) await tx.query(statement);
      await tx.query(`INSERT INTO schema_migration VALUES ($1, $2)`, [
        index + 1,
        Date.now(),
      ]);
    }
  }, "patient");
}
