import type { ServerDeps } from "../deps.ts";
import type { Settings } from "../settings.ts";
import type { Sql } from "../storage/sql.ts";
import { createSqlUpkeepStorage } from "../storage/upkeep-storage.ts";
import { repeat } from "./repeat.ts";
import { keepUp } from "./upkeep.ts";

const HOUR_MS = 3_600_000;
const EVERY_MS = 6 * HOUR_MS;

/** The work that nobody asks for, while the server runs. */
export function startUpkeep(
  sql: Sql,
  deps: ServerDeps,
  settings: Settings,
): { stop(): Promise<void> } {
  const upkeep = createSqlUpkeepStorage(sql);
  const tombstoneMs = settings.tombstoneDays * 24 * HOUR_MS;
  return repeat(
    () => keepUp({ ...deps, upkeep }, tombstoneMs),
    EVERY_MS,
    (error) =>
      deps.log("upkeep failed", {
        error: error instanceof Error ? error.name : "unknown",
      }),
  );
}
