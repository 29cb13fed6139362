import type { Handler } from "hono";
import { entityOf, isCollection } from "../../shared/entities/registry.ts";
import {
  MAX_PULL,
  RangeRequest,
  type RangeAnswer,
} from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";
import { checkVersions } from "../http/versions.ts";
import { fitting } from "../pull/fitting.ts";
import { bucketsOf } from "../push/caller.ts";
import { toEnvelope } from "../push/envelope.ts";

/** The documents of a range in which a device's digest differs from the server's (sync.md D15). */
export function rangeRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(RangeRequest, await readCleanJson(c.req.raw));
    checkVersions(request);
    const { collection, from, until } = request;
    if (!isCollection(collection) || entityOf(collection).localOnly)
      throw new HttpError("bad_request", "No such collection.");
    const caller = c.get("caller");
    const { epoch, seq } = await deps.storage.head(caller.tenantId);
    const found = await deps.storage.range(caller.tenantId, {
      ...{ collection, from, until, buckets: bucketsOf(caller) },
      limit: MAX_PULL + 1,
    });
    const fit = fitting(found.slice(0, MAX_PULL));
    deps.metrics.documents.add({ way: "pull" }, fit.length);
    const answer: RangeAnswer = {
      epoch,
      head: seq,
      until: found[fit.length]?.doc.id ?? null,
      docs: fit.map(toEnvelope),
    };
    return c.json(answer);
  };
}
