import { Settings } from "../../server/settings.ts";
import { createSqlRetentionStorage } from "../../server/storage/retention-storage.ts";
import { createSqlUpkeepStorage } from "../../server/storage/upkeep-storage.ts";
import { horizonsOf } from "../../server/upkeep/start-upkeep.ts";
import { keepUp } from "../../server/upkeep/upkeep.ts";
import type { TestServer } from "./server.ts";

const DAY_MS = 86_400_000;

/**
 * The server's upkeep for the company of a test (and `also`), so many days after the last one; deletions are forgotten
 * after three. Its clock is not the server's: the devices' tokens would run out.
 */
export function keeper(
  { sql, deps, tenant, clock }: TestServer,
  retention: Record<string, unknown> = {},
  also: readonly string[] = [],
): (afterDays: number) => Promise<void> {
  const upkeep = {
    ...createSqlUpkeepStorage(sql),
    ...createSqlRetentionStorage(sql),
  };
  const settings = Settings.parse({ tombstoneDays: 3, retention });
  const others = also.map((tenantId) => ({ ...tenant, tenantId }));
  const identities = { tenants: async () => [tenant, ...others] };
  let nowMs = clock.nowMs;
  return async (afterDays) => {
    nowMs += afterDays * DAY_MS;
    const later = { now: () => nowMs };
    await keepUp({ ...deps, clock: later, identities, upkeep }, (id) =>
      horizonsOf(settings, id),
    );
  };
}
