import type { Clock } from "../../shared/core/clock.ts";
import type { Log } from "../deps.ts";
import type { IdentityStorage } from "../storage/identity-storage.ts";
import { isBusyError } from "../storage/sql.ts";
import type { UpkeepStorage } from "../storage/upkeep-storage.ts";

/** So few at a time that no push waits long for the company's counter. */
const AT_ONCE = 1_000;

/**
 * What has to be done every day, for each company: notes how far its feed has come, and forgets the deletions that are
 * older than the horizon (sync.md 2.3, rule 6). Any number of processes may do it at the same time.
 *
 * A company that is busy is left for the next time.
 */
export async function keepUp(
  deps: {
    readonly identities: Pick<IdentityStorage, "tenants">;
    readonly upkeep: UpkeepStorage;
    readonly clock: Clock;
    readonly log: Log;
  },
  tombstoneMs: number,
): Promise<void> {
  for (const { tenantId } of await deps.identities.tenants()) {
    try {
      const now = deps.clock.now();
      await deps.upkeep.markFeed(tenantId, now);
      const before = now - tombstoneMs;
      let forgotten = 0;
      for (let some = AT_ONCE; some === AT_ONCE; forgotten += some)
        some = await deps.upkeep.forgetDeletions(tenantId, before, AT_ONCE);
      if (forgotten > 0) deps.log("deletions forgotten", { forgotten });
    } catch (error) {
      if (!isBusyError(error)) throw error;
    }
  }
}
