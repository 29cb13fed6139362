import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../http/app-env.ts";
import type { Metrics } from "./metrics.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** Counts every request under its route's pattern: the path itself may hold ids. */
export function counted(metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const since = performance.now();
    await next();
    const pattern = routePath(c, -1);
    const route = pattern.endsWith("*") ? "none" : pattern;
    const method = METHODS.has(c.req.method) ? c.req.method : "other";
    const status = String(c.res.status);
    metrics.requests.add({ route, method, status });
    metrics.seconds.observe({ route }, (performance.now() - since) / 1_000);
  };
}
