import type { Handler } from "hono";
import { isStorableText } from "../../shared/entities/fields.ts";
import { AnotherDeviceRequest } from "../../shared/sync/protocol.ts";
import { enrollAnother, listDevices } from "../auth/devices.ts";
import { parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";

/** The caller's own devices; everybody's are for administrators. */
export function devicesRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const { tenantId, user } = c.get("caller");
    return c.json(await listDevices(deps, tenantId, user.id));
  };
}

/** The caller gives up its own device: what it had is not to be erased, its tokens are worth nothing from here on. */
export function leaveRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const { tenantId, deviceId } = c.get("caller");
    await deps.identities.revokeDevice(tenantId, deviceId, false);
    deps.log("device left");
    return c.json({});
  };
}

const Request = AnotherDeviceRequest.refine(
  ({ deviceName }) => isStorableText(deviceName),
  "unstorable_text",
);

export function anotherDeviceRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(Request, await readCleanJson(c.req.raw));
    const answer = await enrollAnother(deps, c.get("caller"), request);
    deps.log("enrolled another");
    return c.json(answer);
  };
}
