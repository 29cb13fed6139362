import type { Clock } from "../../shared/core/clock.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import { HttpError } from "../http/http-error.ts";
import type { Caller } from "../push/caller.ts";
import type { IdentityStorage, User } from "../storage/identity-storage.ts";
import type { AccessTokens } from "./access-token.ts";
import { hashOf, newRefreshToken, readEnrolmentCode } from "./secrets.ts";

export interface DeviceDeps {
  readonly identities: IdentityStorage;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Turns a code into a device, once. Null: no such code, or it was used, or it is too old.
 *
 * A `publicKey` may be sent and is not kept: `/v1/token` asks nobody for a proof yet, and a key in the table would say
 * that this device has to bring one. The version that demands the proof registers the key (DECISIONS.md).
 */
export async function enroll(
  deps: DeviceDeps,
  request: { readonly code: string; readonly deviceName: string },
): Promise<EnrollAnswer | null> {
  const code = readEnrolmentCode(request.code);
  const tenant = code ? await deps.identities.tenantByTag(code.tag) : null;
  if (!code || !tenant) return null;
  const { tenantId } = tenant;
  const now = deps.clock.now();
  const deviceId = deps.newId();
  const refresh = newRefreshToken(tenantId);
  const user = await deps.identities.enrolDevice(tenantId, hashOf(code.code), {
    deviceId,
    name: request.deviceName,
    publicKey: null,
    refreshHash: hashOf(refresh),
    enrolledMs: now,
  });
  if (!user) return null;
  const access = await deps.tokens.issue({
    tenantId,
    userId: user.userId,
    deviceId,
  });
  return {
    tenantId,
    userId: user.userId,
    deviceId,
    access,
    refresh,
    serverTime: now,
    user: userInfo(user),
  };
}

/** Who an access token stands for, as the database has it now. */
export async function callerOf(
  deps: Pick<DeviceDeps, "identities" | "tokens">,
  token: string | null,
): Promise<Caller> {
  const claims = token === null ? null : await deps.tokens.read(token);
  const device = claims
    ? await deps.identities.device(claims.tenantId, claims.deviceId)
    : null;
  if (!claims || !device || device.user.userId !== claims.userId)
    throw new HttpError("unauthenticated", "A valid access token is needed.");
  if (device.status === "revoked")
    throw new HttpError("revoked", "The device was revoked.");
  return {
    tenantId: claims.tenantId,
    deviceId: claims.deviceId,
    user: userInfo(device.user),
  };
}

function userInfo(user: User): Caller["user"] {
  const { userId: id, name, email, role, salesperson } = user;
  return {
    id,
    name,
    email,
    role,
    ...(salesperson === null ? {} : { salesperson }),
  };
}
