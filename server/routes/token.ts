import type { Handler } from "hono";
import { TokenRequest } from "../../shared/sync/protocol.ts";
import { createTokenRenewal } from "../auth/token-renewal.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";

export function tokenRoute(deps: ServerDeps): Handler<AppEnv> {
  const renew = createTokenRenewal(deps);
  return async (c) => {
    const request = parsed(TokenRequest, await readCleanJson(c.req.raw));
    return c.json(await renew(request));
  };
}
