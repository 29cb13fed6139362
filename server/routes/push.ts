import type { Handler } from "hono";
import { MAX_GROUPS, PushRequest } from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readJson } from "../http/read-body.ts";
import { checkVersions } from "../http/versions.ts";
import { acceptPush } from "../push/accept-push.ts";

/**
 * An older protocol or schema is 426 `client_too_old`. A newer protocol is 400: 426 would ask a person to update the
 * client, and it is the server that is behind; the client keeps its work and tries again. A newer schema only adds:
 * it is served, and a group with something that this server does not know is refused alone. Pull does the same.
 */
export function pushRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const raw = await readJson(c.req.raw);
    // Too many groups are halved by the client like too many bytes.
    const groups = (raw as { groups?: unknown } | null)?.groups;
    if (Array.isArray(groups) && groups.length > MAX_GROUPS)
      throw new HttpError("too_large", `At most ${MAX_GROUPS} groups.`);
    const request = parsed(PushRequest, raw);
    checkVersions(request);
    const caller = c.get("caller");
    if (request.device !== caller.deviceId)
      throw new HttpError("device_mismatch", "The token is another device's.");
    // The groups as they came: parsing would already have hidden keys that must be refused.
    const untouched = groups as PushRequest["groups"];
    const { answer, changed } = await acceptPush(
      deps,
      caller,
      untouched,
      request.epoch ?? null,
    );
    for (const { s } of answer.results) deps.metrics.groups.add({ outcome: s });
    deps.metrics.documents.add({ way: "push" }, answer.docs.length);
    deps.hints.publish(caller.tenantId, answer.head, changed);
    return c.json(answer);
  };
}
