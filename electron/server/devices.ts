import { z } from "zod";
import type { Input } from "../../shared/ipc/contract.ts";
import { DevicesAnswer } from "../../shared/sync/protocol.ts";
import type { HttpAnswer } from "./http.ts";
import { signedIn, type SignedIn } from "./transport.ts";

type Devices = z.infer<typeof DevicesAnswer>;

/** The person's own devices, or everybody's, which only administrators are told. */
export function listDevices(
  deps: SignedIn,
  { everyone }: Input<"devices/list">,
): Promise<HttpAnswer<Devices>> {
  const path = everyone ? "/v1/admin/devices" : "/v1/devices";
  return signedIn(deps, path, DevicesAnswer);
}

export function revokeDevice(
  deps: SignedIn,
  { id, wipe }: Input<"devices/revoke">,
): Promise<HttpAnswer<unknown>> {
  const path = `/v1/admin/devices/${encodeURIComponent(id)}/revoke`;
  return signedIn(deps, path, z.object({}), { wipe });
}
