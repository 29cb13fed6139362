import type { Handler } from "hono";
import { TokenRequest } from "../../shared/sync/protocol.ts";
import { renewTokens } from "../auth/token-renewal.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";

export function tokenRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(TokenRequest, await readCleanJson(c.req.raw));
    return c.json(await renewTokens(deps, request));
  };
}
