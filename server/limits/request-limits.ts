import { HttpError } from "../http/http-error.ts";
import type { Limits } from "../settings.ts";
import type { Counted, Rate } from "../storage/request-counts.ts";
import { createConcurrencyLimit } from "./concurrency-limit.ts";
import type { RateLimit } from "./rate-limit.ts";

export type Kind = "push" | "pull" | "stream" | "snapshot";

export interface RequestLimits {
  /**
   * @returns to be called when the request has been answered
   * @throws HttpError 429 with Retry-After; nothing was done
   */
  admit(kind: Kind, caller: Counted): Promise<() => void>;
}

/**
 * sync.md §6: rates of a device, which hold over all processes, and places of a company, which keep this process from
 * drowning.
 */
export function createRequestLimits(
  createRate: (kind: "push" | "pull", rate: Rate) => RateLimit,
  limits: Limits,
): RequestLimits {
  const pulls = createRate("pull", limits.pull);
  const rates = {
    push: createRate("push", limits.push),
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
    async admit(kind, caller) {
      const { tenantId, deviceId } = caller;
      const wait = await rates[kind].take(caller);
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
