import type { Clock } from "../../shared/core/clock.ts";
import type { IdentityStorage } from "../storage/identity-storage.ts";
import { hashOf } from "./secrets.ts";

const MINUTE_MS = 60_000;

/**
 * Counts failures per address in a sliding minute, over all processes on one database; successes cost nothing. Of the
 * address only a keyed hash is stored, and for a minute.
 */
export interface FailureLimit {
  /** Seconds to wait, or null when the address may try. */
  blockedFor(address: string): Promise<number | null>;
  /** The same after one more failure: many that came at once were all let in, and no more of them are told "wrong". */
  failed(address: string): Promise<number | null>;
}

export function createFailureLimit(deps: {
  readonly identities: Pick<IdentityStorage, "failures" | "addFailure">;
  readonly secret: string;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly perMinute: number;
}): FailureLimit {
  const { identities, clock, perMinute } = deps;
  const keyed = (address: string) => hashOf(`${deps.secret}.${address}`);

  /** Null while there are fewer than `allowed`. */
  async function wait(
    address: string,
    allowed: number,
  ): Promise<number | null> {
    const since = clock.now() - MINUTE_MS;
    const times = await identities.failures(address, since, allowed);
    const first = times[allowed - 1];
    if (first === undefined) return null;
    return Math.max(1, Math.ceil((first + MINUTE_MS - clock.now()) / 1000));
  }

  return {
    blockedFor: (address) => wait(keyed(address), perMinute),
    async failed(address) {
      const now = clock.now();
      const failure = { id: deps.newId(), address: keyed(address) };
      await identities.addFailure(failure, now, now - MINUTE_MS);
      return wait(failure.address, perMinute + 1);
    },
  };
}
