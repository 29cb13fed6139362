import { Id } from "../../shared/entities/fields.ts";
import { HttpError } from "../http/http-error.ts";
import { readProof, type DeviceProof } from "./device-proof.ts";
import {
  RESTORED,
  type Decision,
  type Device,
  type User,
} from "../storage/identity-storage.ts";
import { revokedError, type DeviceDeps } from "./devices.ts";
import {
  hashOf,
  newSalt,
  sameHash,
  successorOf,
  tenantOfRefreshToken,
} from "./secrets.ts";

/** How long an answer that may have been lost is given again as it was: to whom proves the device's key, and else. */
const PROVEN_REPEAT_MS = 600_000;
const REPEAT_MS = 30_000;

export interface RenewalRequest {
  readonly refresh: string;
  readonly deviceId: string;
  readonly proof?: string | undefined;
}

type Verdict =
  | { readonly kind: "renewed"; readonly refresh: string; readonly user: User }
  | { readonly kind: "refused" }
  | { readonly kind: "revoked"; readonly error: HttpError };

const REFUSED: Decision<Verdict> = { answer: { kind: "refused" } };

/**
 * A new pair of tokens. Each refresh token serves once; the one before it serves once more, because the answer that
 * brought its successor may have been lost. A second re-use means that two hold it, and so does a proof with another
 * key: then no token of the device is good any longer, and it must enrol again.
 *
 * A device whose request timed out asks again while the first one is still on its way: the two take turns (the row is
 * locked, whichever processes they reached) and get the same successor, so that whichever answer the device keeps is
 * good. Only for half a minute: a thief who came later with the old token would otherwise share the tokens unnoticed.
 * Who proves the key of the device is the device: on a bad line answer after answer is lost, and for ten minutes none of
 * them uses up the one that is served once more.
 *
 * A restored server has forgotten the tokens that were given since: the proof of a registered key is enough, once.
 *
 * Where a key is registered, nothing but a fresh proof with it counts: without one, or with one that was used before,
 * nothing changes. The first proof of a device that has none registers its key.
 *
 * @throws HttpError 401 `unauthenticated`, 403 `revoked`
 */
export async function renewTokens(
  deps: DeviceDeps,
  { refresh, proof, ...given }: RenewalRequest,
): Promise<{ access: string; refresh: string }> {
  const refused = () => new HttpError("unauthenticated", "Unknown token.");
  const deviceId = Id.safeParse(given.deviceId).data;
  const tenantId = tenantOfRefreshToken(refresh);
  if (deviceId === undefined || tenantId === null) throw refused();
  const shown =
    proof === undefined ? undefined : readProof(proof, { deviceId, refresh });
  const nowMs = deps.clock.now();
  const { refreshSecret: secret } = deps;
  const next = (salt: string) =>
    successorOf(refresh, { tenantId, secret, salt });
  const verdict = await deps.identities.proveDevice(
    tenantId,
    deviceId,
    (device) => decide(device, { refresh, proof: shown, nowMs, next }),
  );
  if (verdict?.kind === "revoked") throw verdict.error;
  if (verdict?.kind !== "renewed") throw refused();
  const claims = { tenantId, userId: verdict.user.userId, deviceId };
  return {
    access: await deps.tokens.issue(claims),
    refresh: verdict.refresh,
  };
}

/** `proof`: undefined = none came, null = one that says nothing. */
function decide(
  device: Device,
  shown: {
    readonly refresh: string;
    readonly proof: DeviceProof | null | undefined;
    readonly nowMs: number;
    readonly next: (salt: string) => string;
  },
): Decision<Verdict> {
  const { tokens, user } = device;
  const { proof, nowMs, next } = shown;
  if (device.status === "revoked")
    return { answer: { kind: "revoked", error: revokedError(device) } };
  const hash = hashOf(shown.refresh);
  const isCurrent = sameHash(tokens.current, hash);
  const isPrevious = sameHash(tokens.previous, hash);
  const returns =
    tokens.previous === RESTORED &&
    device.publicKey !== null &&
    proof?.key === device.publicKey;
  if (!isCurrent && !isPrevious && !returns) return REFUSED;
  if (proof === null || (device.publicKey !== null && !proof)) return REFUSED;
  const publicKey = device.publicKey ?? proof?.key ?? null;
  if (proof && proof.key !== publicKey) return shutOut(device);
  const used = isPrevious ? tokens.proofs : [];
  if (proof && used.includes(proof.jti)) return REFUSED;
  const repeatMs = proof ? PROVEN_REPEAT_MS : REPEAT_MS;
  const again = isPrevious && tokens.rotatedMs + repeatMs > nowMs;
  const isFree = again && proof !== undefined;
  if (isPrevious && !isFree && tokens.graceLeft <= 0) return shutOut(device);
  const salt = again ? tokens.salt : newSalt();
  const refresh = next(salt);
  return {
    answer: { kind: "renewed", refresh, user },
    proven: {
      publicKey,
      seenMs: nowMs,
      tokens: {
        current: hashOf(refresh),
        previous: hash,
        graceLeft: isPrevious ? tokens.graceLeft - (isFree ? 0 : 1) : 1,
        salt,
        rotatedMs: again ? tokens.rotatedMs : nowMs,
        proofs: proof ? [...used, proof.jti] : used,
      },
    },
  };
}

/** No token of this device is good any longer; its key stays what it was. */
function shutOut({ publicKey, tokens }: Device): Decision<Verdict> {
  const none = { current: null, previous: null, graceLeft: 0 };
  return {
    ...REFUSED,
    proven: { publicKey, seenMs: null, tokens: { ...tokens, ...none } },
  };
}
