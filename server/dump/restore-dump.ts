import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../storage/migrate.ts";
import { openPglite } from "../storage/pglite-sql.ts";
import { SCHEMA_STEPS } from "../storage/schema.ts";
import type { Sql } from "../storage/sql.ts";
import { DumpError, readDump, type Header } from "./dump-format.ts";
import { markRestored } from "./mark-restored.ts";
import { tablesOf } from "./write-dump.ts";

export interface RestoreReport {
  readonly rows: number;
  /** Where the database that was there before is now. */
  readonly before?: string;
}

/**
 * The folder's database as the dump has it, with a new epoch. The one that was there is moved aside, whole, once the
 * other is complete. The caller holds the lock of the folder.
 */
export async function restoreFolder(
  folder: string,
  file: string,
  nowMs: number,
): Promise<RestoreReport> {
  const database = join(folder, "pglite");
  const fresh = join(folder, "pglite.restoring");
  await schemaOf(file);
  rmSync(fresh, { recursive: true, force: true });
  try {
    const sql = await openPglite(fresh);
    let rows: number;
    try {
      rows = await restoreInto(sql, file);
    } finally {
      await sql.close();
    }
    if (!existsSync(database)) {
      renameSync(fresh, database);
      return { rows };
    }
    const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, "-");
    const before = join(folder, `pglite.before-${stamp}`);
    renameSync(database, before);
    renameSync(fresh, database);
    return { rows, before };
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Fills an empty database, with a new epoch.
 *
 * @returns the number of rows
 * @throws DumpError it is no whole dump, or one of a newer program; the database has no row then
 */
export async function restoreInto(sql: Sql, file: string): Promise<number> {
  // The tables as they were when it was written; the later steps then treat its rows as any others.
  await migrate(sql, await schemaOf(file));
  const rows = await sql.transaction(async (tx) => {
    const tables = await tablesOf(tx);
    const [any] = await tx.query(`SELECT 1 AS one FROM tenant LIMIT 1`);
    if (any) throw new DumpError("The database is not empty.");
    return readDump(file, ignore, async (table, text) => {
      if (!tables.includes(table))
        throw new DumpError(`It has a table ${table}, which is none of ours.`);
      await tx.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [text],
      );
    });
  }, "patient");
  await migrate(sql);
  await markRestored(sql);
  return rows;
}

/** Reads the whole dump: nothing is begun with one that cannot be finished. */
async function schemaOf(file: string): Promise<number> {
  let schema = 0;
  const note = (header: Header) => {
    ({ schema } = header);
    return ignore();
  };
  await readDump(file, note, ignore);
  if (schema > SCHEMA_STEPS.length)
    throw new DumpError(
      `It has schema ${schema}; this program knows ${SCHEMA_STEPS.length}. Use the newer program.`,
    );
  return schema;
}

function ignore(): Promise<void> {
  return Promise.resolve();
}
