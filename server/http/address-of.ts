import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

/** Where a request came from, for limits only. Behind a proxy: what the nearest proxy saw. */
export function addressOf(c: Context<AppEnv>, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header("x-forwarded-for") : undefined;
  const nearest = forwarded?.split(",").at(-1)?.trim();
  return nearest || (c.env?.incoming?.socket.remoteAddress ?? "unknown");
}
