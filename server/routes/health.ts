import type { Handler } from "hono";
import { PROTO, SCHEMA } from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";

export function healthRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    // A server that cannot reach its database is not well.
    await deps.identities.ping();
    return c.json({
      status: "ok",
      version: deps.version,
      proto: PROTO,
      schema: SCHEMA,
    });
  };
}
