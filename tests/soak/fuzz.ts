// Requests of every kind, most of them nearly right, to the real server with two companies: no server error, no byte of
// the other company, memory that does not grow.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openPostgres, POSTGRES_LIMITS } from "../../server/storage/pg-sql.ts";
import { openPglite } from "../../server/storage/pglite-sql.ts";
import { fuzzRun } from "../helpers/fuzz-run.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak, type Proof } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    /** Thousands of requests. */
    rounds: { type: "string" },
    seed: { type: "string" },
    engine: { type: "string", default: "postgres" },
  },
});
/** Held more at the end than in the middle, megabytes: what 20 bytes a request would come to in a million. */
const FLAT_MB = 10;
const requests = figure(values.rounds, 1_000) * 1_000;
const seed = figure(values.seed, Date.now() % 1e6);

async function onPglite(say: (words: string) => void) {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-fuzz-"));
  const sql = await openPglite(path.join(folder, "pglite"));
  try {
    return await fuzzRun({ sql, requests, seed, say });
  } finally {
    await sql.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPostgres(say: (words: string) => void) {
  const postgres = await startPostgres();
  const url = await createDatabase(postgres.url);
  const limits = { ...POSTGRES_LIMITS, connections: 16 };
  const sql = await openPostgres(url, () => {}, limits);
  try {
    return await fuzzRun({ sql, requests, seed, say });
  } finally {
    await sql.close();
    await postgres.stop();
  }
}

await runSoak("fuzz", async (say): Promise<Proof> => {
  const { engine } = values;
  const report = await (engine === "pglite" ? onPglite : onPostgres)(say);
  const ok =
    report.faults.length === 0 &&
    report.leaks === 0 &&
    report.logLeaks === 0 &&
    report.otherUntouched &&
    report.heldMb[2] - report.heldMb[1] < FLAT_MB;
  return { ok, engine, ...report };
});
