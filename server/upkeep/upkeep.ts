import type { Clock } from "../../shared/core/clock.ts";
import type { Log } from "../deps.ts";
import type { IdentityStorage } from "../storage/identity-storage.ts";
import type { RetentionStorage } from "../storage/retention-storage.ts";
import type { UpkeepStorage } from "../storage/upkeep-storage.ts";
import { eachTenant } from "./each-tenant.ts";

/** So few at a time that no push waits long for the company's counter. */
const AT_ONCE = 1_000;
/** A file is 25 rows of a megabyte at most. */
const FILES_AT_ONCE = 10;

/** How long a company keeps what, in milliseconds; null = for ever. */
export interface Horizons {
  readonly tombstones: number;
  readonly history: number | null;
  readonly ledger: number;
  readonly files: number;
}

export interface UpkeepDeps {
  readonly identities: Pick<IdentityStorage, "tenants">;
  readonly upkeep: UpkeepStorage & RetentionStorage;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * What has to be done every day, for each company: notes how far its feed has come, and forgets what is past its
 * horizon: deletions (sync.md 2.3, rule 6), history, the ledger, bytes that nobody speaks of (D13). In small portions;
 * any number of processes may do it at the same time.
 */
export async function keepUp(
  deps: UpkeepDeps,
  horizonsOf: (tenantId: string) => Horizons,
  stop?: AbortSignal,
): Promise<void> {
  await eachTenant("upkeep", deps, stop, (tenantId) =>
    keepUpTenant(deps, tenantId, horizonsOf(tenantId), stop),
  );
}

async function keepUpTenant(
  { upkeep, clock, log }: UpkeepDeps,
  tenantId: string,
  horizons: Horizons,
  stop: AbortSignal | undefined,
): Promise<void> {
  const now = clock.now();
  const forget = async (
    what: string,
    some: (limit: number) => Promise<number>,
    limit = AT_ONCE,
  ) => {
    let forgotten = 0;
    for (let count = 1; count > 0 && !stop?.aborted; forgotten += count)
      count = await some(limit);
    if (forgotten > 0) log(`${what} forgotten`, { forgotten });
  };
  await upkeep.markFeed(tenantId, now);
  await forget("deletions", (limit) =>
    upkeep.forgetDeletions(tenantId, now - horizons.tombstones, limit),
  );
  const { history } = horizons;
  if (history !== null)
    await forget("history", (limit) =>
      upkeep.trimHistory(tenantId, now - history, limit),
    );
  await forget("ledger", (limit) =>
    upkeep.trimLedger(tenantId, now - horizons.ledger, limit),
  );
  await upkeep.markFiles(tenantId, now);
  await forget(
    "files",
    (limit) => upkeep.forgetFiles(tenantId, now - horizons.files, limit),
    FILES_AT_ONCE,
  );
}
