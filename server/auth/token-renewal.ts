import { Id } from "../../shared/entities/fields.ts";
import { HttpError } from "../http/http-error.ts";
import type { DeviceDeps } from "./devices.ts";
import {
  hashOf,
  newRefreshToken,
  sameHash,
  tenantOfRefreshToken,
} from "./secrets.ts";

/** How long an answer that may have been lost is given again as it was. */
const REPEAT_MS = 30_000;

export type TokenRenewal = (request: {
  readonly refresh: string;
  readonly deviceId: string;
}) => Promise<{ access: string; refresh: string }>;

/**
 * A new pair of tokens. Each refresh token serves once; the one before it serves once more, because the answer that
 * brought its successor may have been lost. A second re-use means that two hold it: the device must enrol again.
 *
 * A device whose request timed out asks again while the first one is still on its way: the two take turns and get the
 * same successor, so that whichever answer the device keeps is good. Only for half a minute: a thief who came later
 * with the old token would otherwise share the device's tokens unnoticed.
 *
 * Turns are those of this process. Requests of one device that meet in two processes on one database may still leave
 * it with a token that is not the last one; that takes a conditional update in the storage.
 */
export function createTokenRenewal(deps: DeviceDeps): TokenRenewal {
  const inTurn = createTurns();
  const recent = createRecentSuccessors(() => deps.clock.now());

  async function renew({
    refresh: presented,
    deviceId,
  }: Parameters<TokenRenewal>[0]) {
    const refused = () => new HttpError("unauthenticated", "Unknown token.");
    const tenantId = tenantOfRefreshToken(presented);
    if (tenantId === null) throw refused();
    const device = await deps.identities.device(tenantId, deviceId);
    if (!device) throw refused();
    if (device.status === "revoked")
      throw new HttpError("revoked", "The device was revoked.");
    const { tokens, user } = device;
    const hash = hashOf(presented);
    const isCurrent = sameHash(tokens.current, hash);
    const isPrevious = sameHash(tokens.previous, hash);
    if (!isCurrent && !isPrevious) throw refused();
    if (isPrevious && tokens.graceLeft <= 0) {
      const none = { current: null, previous: null, graceLeft: 0 };
      await deps.identities.setRefresh(tenantId, deviceId, none);
      throw refused();
    }
    const known = isPrevious ? recent.after(hash) : undefined;
    const refresh =
      known !== undefined && sameHash(tokens.current, hashOf(known))
        ? known
        : newRefreshToken(tenantId);
    await deps.identities.setRefresh(tenantId, deviceId, {
      current: hashOf(refresh),
      previous: hash,
      graceLeft: isCurrent ? 1 : tokens.graceLeft - 1,
    });
    recent.add(hash, refresh);
    const claims = { tenantId, userId: user.userId, deviceId };
    return { access: await deps.tokens.issue(claims), refresh };
  }

  return async ({ refresh, deviceId: given }) => {
    const deviceId = Id.safeParse(given).data;
    if (deviceId === undefined)
      throw new HttpError("unauthenticated", "Unknown token.");
    return inTurn(deviceId, () => renew({ refresh, deviceId }));
  };
}

/** Runs what is asked under one key one after the other. */
function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const leave = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}

/** What followed a refresh token not long ago, by the token's hash. In memory only: nothing stored can be replayed. */
function createRecentSuccessors(now: () => number) {
  const successors = new Map<string, { refresh: string; untilMs: number }>();
  return {
    after(hash: string): string | undefined {
      const found = successors.get(hash);
      return found && found.untilMs > now() ? found.refresh : undefined;
    },
    add(hash: string, refresh: string): void {
      for (const [old, { untilMs }] of successors)
        if (untilMs <= now()) successors.delete(old);
      successors.set(hash, { refresh, untilMs: now() + REPEAT_MS });
    },
  };
}
