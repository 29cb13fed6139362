import type { Clock } from "../../shared/core/clock.ts";
import type { DeviceInfo, EnrollAnswer } from "../../shared/sync/protocol.ts";
import { HttpError } from "../http/http-error.ts";
import type { Caller } from "../push/caller.ts";
import type {
  Device,
  IdentityStorage,
  User,
} from "../storage/identity-storage.ts";
import type { AccessTokens } from "./access-token.ts";
import { readPublicKey } from "./device-proof.ts";
import {
  hashOf,
  newEnrolmentCode,
  newRefreshToken,
  readEnrolmentCode,
} from "./secrets.ts";

export interface DeviceDeps {
  readonly identities: IdentityStorage;
  readonly tokens: AccessTokens;
  /** What the successors of refresh tokens are worked out with; the same in every process. */
  readonly refreshSecret: string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Turns a code into a device, once. Null: no such code, or it was used, or it is too old. With a `publicKey` (formats:
 * `readPublicKey`) every renewal needs a proof with that key from the start; without one the first proof brings it.
 *
 * @throws HttpError 400 for a key that cannot be read: keeping none would promise a protection that is not there
 */
export async function enroll(
  deps: DeviceDeps,
  request: {
    readonly code: string;
    readonly deviceName: string;
    readonly publicKey?: string | undefined;
  },
): Promise<EnrollAnswer | null> {
  const { publicKey: given } = request;
  const publicKey = given === undefined ? null : readPublicKey(given);
  if (given !== undefined && publicKey === null)
    throw new HttpError("bad_request", "publicKey: unreadable");
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
    publicKey,
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

/**
 * One more device of the same person, asked for by one that has found another machine writing under its id: a profile
 * was copied. Whoever holds a good access token of an active device may, as nothing else tells the two apart.
 */
export async function enrollAnother(
  deps: DeviceDeps,
  caller: Caller,
  request: {
    readonly deviceName: string;
    readonly publicKey?: string | undefined;
  },
): Promise<EnrollAnswer> {
  const { tenantId, user } = caller;
  const tenant = await deps.identities.tenant(tenantId);
  if (!tenant) throw unauthenticated();
  const code = newEnrolmentCode(tenant.tag);
  const madeMs = deps.clock.now();
  await deps.identities.addEnrolment(tenantId, {
    codeHash: hashOf(readEnrolmentCode(code)?.code ?? code),
    ...{ userId: user.id, madeMs, untilMs: madeMs + CODE_LIVES_MS },
  });
  const answer = await enroll(deps, { ...request, code });
  if (!answer) throw unauthenticated();
  return answer;
}

/** It is used at once. */
const CODE_LIVES_MS = 60_000;

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
    throw unauthenticated();
  if (device.status === "revoked") throw revokedError(device);
  // Its refresh tokens were seen in two hands: what either of them got by one is worth nothing.
  if (device.tokens.current === null) throw unauthenticated();
  return {
    tenantId: claims.tenantId,
    deviceId: claims.deviceId,
    user: userInfo(device.user),
  };
}

/** All devices of a company, or one person's. */
export async function listDevices(
  { identities }: Pick<DeviceDeps, "identities">,
  tenantId: string,
  userId: string | null = null,
): Promise<{ devices: DeviceInfo[] }> {
  const devices = await identities.devices(tenantId, userId);
  return {
    devices: devices.map(({ deviceId, name, user, ...device }) => ({
      id: deviceId,
      name,
      user: { id: user.userId, name: user.name, email: user.email },
      enrolled: device.enrolledMs,
      lastSeen: device.seenMs,
      status: device.status,
    })),
  };
}

function unauthenticated(): HttpError {
  return new HttpError("unauthenticated", "A valid access token is needed.");
}

/** Tells a device that it is meant, and whether it is to destroy what it holds. */
export function revokedError({
  deviceId: device,
  wipe,
}: Pick<Device, "deviceId" | "wipe">): HttpError {
  const facts = { device, wipe };
  return new HttpError("revoked", "The device was revoked.", { facts });
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
