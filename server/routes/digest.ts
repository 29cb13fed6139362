import type { Handler } from "hono";
import { entityOf, isCollection } from "../../shared/entities/registry.ts";
import {
  DigestRequest,
  MAX_RANGES,
  type DigestAnswer,
} from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";
import { bucketsOf } from "../push/caller.ts";

/** Sums by which a device finds out whether it holds what it may read, and where it does not (sync.md D15). */
export function digestRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(DigestRequest, await readCleanJson(c.req.raw));
    const { collection, from, until } = request;
    if (!isCollection(collection) || entityOf(collection).localOnly)
      throw new HttpError("bad_request", "No such collection.");
    const caller = c.get("caller");
    const { epoch, seq, ranges } = await deps.storage.digest(caller.tenantId, {
      collection,
      buckets: bucketsOf(caller),
      ranges: Math.min(request.ranges, MAX_RANGES),
      from,
      until,
    });
    const answer: DigestAnswer = { epoch, head: seq, ranges: [...ranges] };
    return c.json(answer);
  };
}
