import type { Clock } from "../../shared/core/clock.ts";
import { HttpError } from "../http/http-error.ts";
import type { Caller } from "../push/caller.ts";
import type { Limits } from "../settings.ts";
import { createConcurrencyLimit } from "./concurrency-limit.ts";
import { createRateLimit } from "./rate-limit.ts";

export type Kind = "push" | "pull" | "stream" | "snapshot";

export interface RequestLimits {
  /**
   * @returns to be called when the request has been answered
   * @throws HttpError 429 with Retry-After; nothing was done
   */
  admit(kind: Kind, caller: Pick<Caller, "tenantId" | "deviceId">): () => void;
}

/** sync.md §6: rates of a device, places of a company. */
export function createRequestLimits(
  clock: Clock,
  limits: Limits,
): RequestLimits {
  const pulls = createRateLimit(clock, limits.pull);
  const rates = {
    push: createRateLimit(clock, limits.push),
    pull: pulls,
    stream: pulls,
    snapshot: pulls,
  };
  const places = {
    push: createConcurrencyLimit(limits.pushesAtOnce),
    pull: createConcurrencyLimit(limits.pullsAtOnce),
    stream: createConcurrencyLimit(limits.streamsOfDevice),
    snapshot: createConcurrencyLimit(limits.snapshotsAtOnce),
  };
  return {
    admit(kind, { tenantId, deviceId }) {
      const wait = rates[kind].take(deviceId);
      if (wait !== null)
        throw new HttpError("too_many", `Too many requests (${kind}).`, wait);
      const key = kind === "stream" ? deviceId : tenantId;
      const leave = places[kind].enter(key);
      if (!leave)
        throw new HttpError("busy", `Too many at the same time (${kind}).`, 1);
      return leave;
    },
  };
}
