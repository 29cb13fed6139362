import { sign, verify } from "hono/jwt";
import type { Clock } from "../../shared/core/clock.ts";

const LIFE_S = 600;

export interface AccessClaims {
  readonly tenantId: string;
  readonly userId: string;
  readonly deviceId: string;
}

/** Short-lived proof of who a device is; rights are looked up at each request, so a revocation works at once. */
export interface AccessTokens {
  issue(claims: AccessClaims): Promise<string>;
  /** Null when it is forged, malformed or too old. */
  read(token: string): Promise<AccessClaims | null>;
}

export function createAccessTokens(deps: {
  readonly secret: string;
  readonly clock: Clock;
}): AccessTokens {
  return {
    issue({ tenantId, userId, deviceId }) {
      const exp = Math.floor(deps.clock.now() / 1000) + LIFE_S;
      return sign(
        { t: tenantId, sub: userId, d: deviceId, exp },
        deps.secret,
        "HS256",
      );
    },
    async read(token) {
      const claims = await verify(token, deps.secret, {
        alg: "HS256",
        exp: false,
      }).catch(() => null);
      if (!claims) return null;
      const { t, sub, d, exp } = claims;
      if (typeof exp !== "number" || exp * 1000 <= deps.clock.now())
        return null;
      if (typeof t !== "string" || typeof sub !== "string") return null;
      return typeof d === "string"
        ? { tenantId: t, userId: sub, deviceId: d }
        : null;
    },
  };
}
