import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openPglite } from "../../server/storage/pglite-sql.ts";

const FOLDER = "CARNET_EMPTY_DATABASE";

/**
 * Once a run: an empty database of the embedded engine, for every office to begin with. Copying it takes a twentieth
 * of the processor time of making one; the first start from nothing has its own test (`process.test.ts`).
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-empty-"));
  const sql = await openPglite(folder);
  await sql.close();
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Makes the server's data folder begin with that database; outside such a run the server makes its own. */
export async function beginWithEmptyDatabase(dataDir: string): Promise<void> {
  const folder = process.env[FOLDER];
  if (folder === undefined) return;
  await cp(folder, path.join(dataDir, "pglite"), { recursive: true });
}
