import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { constants, createGzip } from "node:zlib";
import { SCHEMA_STEPS } from "../storage/schema.ts";
import type { Queries, Sql } from "../storage/sql.ts";
import { DumpError, readDump, rowsLine, type Header } from "./dump-format.ts";

const ROWS_A_LINE = 200;
/** Rows of a megabyte. */
const LONG_ROWS = new Set(["file_chunk"]);

export interface DumpReport {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Everything in the database as of one moment, into a file that only its owner can read. Written beside it, synced,
 * read back and then renamed: a file of this name is always a whole dump.
 *
 * On the embedded engine, whatever else is asked waits until the reading is done.
 */
export async function writeDump(
  sql: Sql,
  file: string,
  nowMs: number,
): Promise<DumpReport> {
  const draft = `${file}.part`;
  try {
    const written = await sql.transaction(async (tx) => {
      await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
      return writeRows(tx, draft, nowMs);
    }, "patient");
    const handle = await open(draft, "r+");
    await handle.sync();
    await handle.close();
    const nothing = () => Promise.resolve();
    const rows = await readDump(draft, nothing, nothing);
    if (rows !== written) throw new DumpError("Rows are missing in the dump.");
    await rename(draft, file);
    return { rows, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeRows(
  tx: Queries,
  file: string,
  nowMs: number,
): Promise<number> {
  const hash = createHash("sha256");
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const out = gzip.pipe(createWriteStream(file, { mode: 0o600 }));
  const done = finished(out);
  // Awaited at the end; a full disk must not end the process before that.
  done.catch(() => gzip.destroy());
  const write = async (line: string) => {
    hash.update(`${line}\n`);
    if (!gzip.write(`${line}\n`))
      await Promise.race([once(gzip, "drain"), done]);
  };
  const header: Header = {
    carnet: "dump",
    version: 1,
    schema: SCHEMA_STEPS.length,
    at: new Date(nowMs).toISOString(),
  };
  await write(JSON.stringify(header));
  let rows = 0;
  for (const table of await tablesOf(tx)) {
    await tx.query(
      `DECLARE dumped NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${table} t`,
    );
    const count = LONG_ROWS.has(table) ? 1 : ROWS_A_LINE;
    for (;;) {
      const some = await tx.query<{ row: string }>(
        `FETCH ${count} FROM dumped`,
      );
      if (some.length === 0) break;
      rows += some.length;
      await write(
        rowsLine(
          table,
          some.map(({ row }) => row),
        ),
      );
    }
    await tx.query(`CLOSE dumped`);
  }
  gzip.end(
    `${JSON.stringify({ end: { rows, sha256: hash.digest("hex") } })}\n`,
  );
  await done;
  return rows;
}

/** What is made from the others, or counts for minutes only. */
const NOT_DUMPED = `'schema_migration', 'snapshot', 'snapshot_part', 'request_rate', 'request_done'`;

/**
 * Every table but the list of steps and those that nobody would miss, the counters first: the guard of the documents
 * looks at them.
 */
export async function tablesOf(tx: Queries): Promise<string[]> {
  const found = await tx.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables
     WHERE schemaname = current_schema() AND tablename NOT IN (${NOT_DUMPED})
     ORDER BY tablename <> 'tenant_head', tablename`,
  );
  return found.map(({ name }) => name);
}
