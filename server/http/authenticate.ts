import type { MiddlewareHandler } from "hono";
import { callerOf } from "../auth/devices.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "./app-env.ts";

/** 401 or 403, or `caller` is set. */
export function authenticate(deps: ServerDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const header = c.req.header("authorization") ?? "";
    const token = /^Bearer ([\w.-]{1,4000})$/i.exec(header)?.[1] ?? null;
    c.set("caller", await callerOf(deps, token));
    await next();
  };
}
