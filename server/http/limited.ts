import type { MiddlewareHandler } from "hono";
import type { ServerDeps } from "../deps.ts";
import type { Kind } from "../limits/request-limits.ts";
import type { AppEnv } from "./app-env.ts";

/** 429 before the body is read, or a place until the request has been answered. */
export function limited(
  deps: ServerDeps,
  kind: Exclude<Kind, "stream" | "snapshot">,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const leave = await deps.limits.admit(kind, c.get("caller"));
    try {
      await next();
    } finally {
      leave();
    }
  };
}
