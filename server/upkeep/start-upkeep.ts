import type { ServerDeps } from "../deps.ts";
import type { Settings } from "../settings.ts";
import type { Sql } from "../storage/sql.ts";
import { keepDumps } from "../dump/keep-dumps.ts";
import { createSqlRetentionStorage } from "../storage/retention-storage.ts";
import { createSqlUpkeepStorage } from "../storage/upkeep-storage.ts";
import { archiveOldPurchases } from "../import/import-purchases.ts";
import { eachTenant, sayFailed } from "./each-tenant.ts";
import { repeat } from "./repeat.ts";
import { keepUp, type Horizons } from "./upkeep.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const EVERY_MS = 6 * HOUR_MS;

/**
 * The work that nobody asks for, while the server runs.
 *
 * @param dumps folder for dumps of the embedded database; null = it has its own backups
 */
export function startUpkeep(
  sql: Sql,
  deps: ServerDeps,
  settings: Settings,
  dumps: string | null,
): { stop(): Promise<void> } {
  const upkeep = {
    ...createSqlUpkeepStorage(sql),
    ...createSqlRetentionStorage(sql),
  };
  const failed = (what: string) => (error: unknown) =>
    sayFailed(deps.log, what, error);
  const running = [
    repeat(
      (stop) =>
        keepUp({ ...deps, upkeep }, (id) => horizonsOf(settings, id), stop),
      { everyMs: EVERY_MS },
      failed("upkeep"),
    ),
  ];
  running.push(
    repeat(
      (stop) => archive(deps, stop),
      // Not while devices come back after a start.
      { firstMs: MINUTE_MS, everyMs: EVERY_MS },
      failed("archive"),
    ),
  );
  const { everyHours, keep } = settings.dumps;
  if (dumps !== null && everyHours > 0) {
    const { clock, log, metrics } = deps;
    const to = { sql, clock, log, dumped: metrics.dumped };
    running.push(
      repeat(
        () => keepDumps(to, dumps, { everyMs: everyHours * HOUR_MS, keep }),
        // Not while devices come back after a start.
        { firstMs: 5 * MINUTE_MS, everyMs: 10 * MINUTE_MS },
        failed("dump"),
      ),
    );
  }
  return {
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}

/** Moves what has become too old for the devices, company by company. */
export function archive(deps: ServerDeps, stop?: AbortSignal): Promise<void> {
  return eachTenant("archive", deps, stop, async (tenantId) => {
    const archived = await archiveOldPurchases(deps, tenantId, stop);
    if (archived > 0) deps.log("purchases archived", { archived });
  });
}

/** What an operator has set for this company, else for all. */
export function horizonsOf(settings: Settings, tenantId: string): Horizons {
  const { tenants, ...all } = settings.retention;
  const own = tenants[tenantId];
  const historyDays = own?.historyDays ?? all.historyDays;
  return {
    tombstones: settings.tombstoneDays * DAY_MS,
    history: historyDays === 0 ? null : historyDays * DAY_MS,
    ledger: (own?.ledgerDays ?? all.ledgerDays) * DAY_MS,
    files: (own?.filesDays ?? all.filesDays) * DAY_MS,
  };
}
