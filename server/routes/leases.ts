import type { Handler } from "hono";
import { LeaseRequest } from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";
import { leaseNumbers } from "../push/lease-numbers.ts";

export function leasesRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(LeaseRequest, await readCleanJson(c.req.raw));
    return c.json(await leaseNumbers(deps, c.get("caller"), request));
  };
}
