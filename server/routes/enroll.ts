import type { Handler } from "hono";
import { isStorableText } from "../../shared/entities/fields.ts";
import { EnrollRequest } from "../../shared/sync/protocol.ts";
import { enroll } from "../auth/devices.ts";
import type { ServerDeps } from "../deps.ts";
import { addressOf } from "../http/address-of.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";

const Request = EnrollRequest.refine(
  (request) => isStorableText(request.deviceName),
  "unstorable_text",
);

/** Only wrong codes count against an address: a company behind one address can still enrol. */
export function enrollRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const address = addressOf(c, deps.behindProxy);
    refuseBlocked(await deps.enrolFailures.blockedFor(address));
    const request = parsed(Request, await readCleanJson(c.req.raw));
    const answer = await enroll(deps, request);
    if (answer) {
      deps.log("enrolled");
      return c.json(answer);
    }
    refuseBlocked(await deps.enrolFailures.failed(address));
    throw new HttpError("unauthenticated", "The code is not valid.");
  };
}

function refuseBlocked(waitS: number | null): void {
  if (waitS !== null)
    throw new HttpError("too_many", "Too many wrong codes.", waitS);
}
