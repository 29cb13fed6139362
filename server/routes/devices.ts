import type { Handler } from "hono";
import { listDevices } from "../auth/devices.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";

/** The caller's own devices; everybody's are for administrators. */
export function devicesRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const { tenantId, user } = c.get("caller");
    return c.json(await listDevices(deps, tenantId, user.id));
  };
}
