import { writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL, for the whole run. */
    readonly postgresUrl: string;
    /** File with an empty database of the embedded engine: reading it takes a tenth of the time of making one. */
    readonly pgliteImage: string;
  }
}

/** Once for all server tests of a run: both engines, made ready. */
export async function setup(
  project: TestProject,
): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const image = path.join(postgres.folder, "pglite.tar");
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir("none");
  await writeFile(image, Buffer.from(await dump.arrayBuffer()));
  await pglite.close();
  project.provide("postgresUrl", postgres.url);
  project.provide("pgliteImage", image);
  return () => postgres.stop();
}
