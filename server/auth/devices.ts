import type { Clock } from "../../shared/core/clock.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import { HttpError } from "../http/http-error.ts";
import type { Caller } from "../push/caller.ts";
import type { IdentityStorage, User } from "../storage/identity-storage.ts";
import type { AccessTokens } from "./access-token.ts";
import {
  hashOf,
  newRefreshToken,
  readEnrolmentCode,
  sameHash,
  tenantOfRefreshToken,
} from "./secrets.ts";

export interface DeviceDeps {
  readonly identities: IdentityStorage;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Turns a code into a device, once. Null: no such code, or it was used, or it is too old. */
export async function enroll(
  deps: DeviceDeps,
  request: {
    readonly code: string;
    readonly deviceName: string;
    readonly publicKey?: string | undefined;
  },
): Promise<EnrollAnswer | null> {
  const code = readEnrolmentCode(request.code);
  const tenant = code ? await deps.identities.tenantByTag(code.tag) : null;
  if (!code || !tenant) return null;
  const { tenantId } = tenant;
  const now = deps.clock.now();
  const used = await deps.identities.useEnrolment(
    tenantId,
    hashOf(code.code),
    now,
  );
  const user = used ? await deps.identities.user(tenantId, used.userId) : null;
  if (!user) return null;
  const deviceId = deps.newId();
  const refresh = newRefreshToken(tenantId);
  await deps.identities.addDevice(tenantId, {
    deviceId,
    userId: user.userId,
    name: request.deviceName,
    publicKey: request.publicKey ?? null,
    refreshHash: hashOf(refresh),
    enrolledMs: now,
  });
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

/**
 * A new pair of tokens. Each refresh token serves once; the one before it serves once more, because the answer that
 * brought its successor may have been lost. A second re-use means that two hold it: the device must enrol again.
 */
export async function renewTokens(
  deps: DeviceDeps,
  request: { readonly refresh: string; readonly deviceId: string },
): Promise<{ access: string; refresh: string }> {
  const refused = () => new HttpError("unauthenticated", "Unknown token.");
  const tenantId = tenantOfRefreshToken(request.refresh);
  if (tenantId === null || !isUuid(request.deviceId)) throw refused();
  const { deviceId } = request;
  const device = await deps.identities.device(tenantId, deviceId);
  if (!device) throw refused();
  if (device.status === "revoked")
    throw new HttpError("revoked", "The device was revoked.");
  const { tokens, user } = device;
  const hash = hashOf(request.refresh);
  const isCurrent = sameHash(tokens.current, hash);
  const isPrevious = sameHash(tokens.previous, hash);
  if (!isCurrent && !isPrevious) throw refused();
  if (isPrevious && tokens.graceLeft <= 0) {
    const none = { current: null, previous: null, graceLeft: 0 };
    await deps.identities.setRefresh(tenantId, deviceId, none);
    throw refused();
  }
  const refresh = newRefreshToken(tenantId);
  await deps.identities.setRefresh(tenantId, deviceId, {
    current: hashOf(refresh),
    previous: hash,
    graceLeft: isCurrent ? 1 : tokens.graceLeft - 1,
  });
  const claims = { tenantId, userId: user.userId, deviceId };
  return { access: await deps.tokens.issue(claims), refresh };
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

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
