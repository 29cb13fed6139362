import { PROTO, SCHEMA } from "../../shared/sync/protocol.ts";
import { HttpError } from "./http-error.ts";

/** OFF-12: a client that is too old is told so, never half understood. */
export function checkVersions(request: {
  readonly proto: number;
  readonly schema: number;
}): void {
  if (request.proto < PROTO || request.schema < SCHEMA)
    throw new HttpError("client_too_old", "This version can no longer sync.");
  if (request.proto > PROTO)
    throw new HttpError("bad_request", `This server speaks proto ${PROTO}.`);
}
