import type { Log } from "../deps.ts";
import type { IdentityStorage } from "../storage/identity-storage.ts";
import { isBusyError } from "../storage/sql.ts";

/**
 * Does some upkeep for one company after the other. One that is busy is left for the next time, and what is wrong with
 * one is said and is no harm to the others. Begins with no further company once `stop` is heard.
 */
export async function eachTenant(
  what: string,
  deps: {
    readonly identities: Pick<IdentityStorage, "tenants">;
    readonly log: Log;
  },
  stop: AbortSignal | undefined,
  work: (tenantId: string) => Promise<void>,
): Promise<void> {
  for (const { tenantId } of await deps.identities.tenants()) {
    if (stop?.aborted) return;
    try {
      await work(tenantId);
    } catch (error) {
      if (!isBusyError(error)) sayFailed(deps.log, what, error);
    }
  }
}

/** The code of a full disk, never a text that may quote data. */
export function sayFailed(log: Log, what: string, error: unknown): void {
  const { name, code } = error as NodeJS.ErrnoException;
  log(`${what} failed`, { error: code ?? name });
}
