import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../shared/core/clock.ts";
import type { Log } from "../deps.ts";
import type { Sql } from "../storage/sql.ts";
import { writeDump } from "./write-dump.ts";

const NAME =
  /^carnet-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.ndjson\.gz$/;

/** Writes a dump into the folder when the last one is old enough, and removes those beyond the newest `keep`. */
export async function keepDumps(
  deps: {
    readonly sql: Sql;
    readonly clock: Clock;
    readonly log: Log;
    readonly dumped: (atMs: number) => void;
  },
  folder: string,
  { everyMs, keep }: { readonly everyMs: number; readonly keep: number },
): Promise<void> {
  const { sql, clock, log } = deps;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = clock.now();
  const last = (await dumpsIn(folder)).at(-1);
  if (last && now - madeMs(last) < everyMs) return;
  const since = performance.now();
  const stamp = new Date(now).toISOString().replace(/[:.]/g, "-");
  const file = join(folder, `carnet-${stamp}.ndjson.gz`);
  const { rows, bytes } = await writeDump(sql, file, now);
  const ms = Math.round(performance.now() - since);
  log("dumped", { rows, bytes, ms });
  deps.dumped(now);
  for (const old of (await dumpsIn(folder)).slice(0, -keep))
    await rm(join(folder, old));
}

function madeMs(name: string): number {
  const at = name.replace(NAME, "$1T$2:$3:$4.$5Z");
  return Date.parse(at);
}

/** Oldest first. */
async function dumpsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => NAME.test(name)).sort();
}
