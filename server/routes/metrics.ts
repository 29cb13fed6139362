import { createHash, timingSafeEqual } from "node:crypto";
import type { Handler } from "hono";
import type { ServerDeps } from "../deps.ts";
import { addressOf } from "../http/address-of.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/**
 * For the operator's own machine, or whoever brings `METRICS_TOKEN`. Behind a proxy every request comes from the
 * proxy's machine: there its word counts on who asks.
 */
export function metricsRoute(deps: ServerDeps): Handler<AppEnv> {
  return (c) => {
    const header = c.req.header("authorization") ?? "";
    const token = /^Bearer (.+)$/i.exec(header)?.[1] ?? null;
    const known = deps.metricsToken !== null && token !== null;
    if (
      !LOOPBACK.test(addressOf(c, deps.behindProxy)) &&
      !(known && isSame(token, deps.metricsToken ?? ""))
    )
      throw new HttpError("forbidden", "From this machine, or with the token.");
    return c.body(deps.metrics.text(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    });
  };
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
