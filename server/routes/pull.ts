import type { Handler } from "hono";
import { PullRequest } from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";
import { checkVersions } from "../http/versions.ts";
import { pullPage } from "../pull/pull-page.ts";

export function pullRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(PullRequest, await readCleanJson(c.req.raw));
    checkVersions(request);
    const page = await pullPage(deps.storage, c.get("caller"), request);
    deps.metrics.documents.add({ way: "pull" }, page.docs.length);
    return c.json(page);
  };
}
