import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
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

/** A JSON Web Token, signed here and now: a job for another thread would take longer than the sum. */
export function createAccessTokens(deps: {
  readonly secret: string;
  readonly clock: Clock;
}): AccessTokens {
  const signature = (head: string) =>
    createHmac("sha256", deps.secret).update(head).digest();
  return {
    async issue({ tenantId, userId, deviceId }) {
      const exp = Math.floor(deps.clock.now() / 1000) + LIFE_S;
      const claims = { t: tenantId, sub: userId, d: deviceId, exp };
      const head = `${HEADER}.${base64(JSON.stringify(claims))}`;
      return `${head}.${signature(head).toString("base64url")}`;
    },
    async read(token) {
      const [header, payload = "", given = "", ...more] = token.split(".");
      // Only ours: whoever may choose the algorithm may choose none.
      if (header !== HEADER || more.length > 0) return null;
      const theirs = Buffer.from(given, "base64url");
      const ours = signature(`${header}.${payload}`);
      if (theirs.length !== ours.length || !timingSafeEqual(theirs, ours))
        return null;
      const text = Buffer.from(payload, "base64url").toString("utf8");
      const claims = Claims.safeParse(JSON.parse(text)).data;
      if (!claims || claims.exp * 1000 <= deps.clock.now()) return null;
      const { t: tenantId, sub: userId, d: deviceId } = claims;
      return { tenantId, userId, deviceId };
    },
  };
}

const base64 = (text: string) => Buffer.from(text).toString("base64url");

const HEADER = base64(JSON.stringify({ alg: "HS256", typ: "JWT" }));

const Claims = z.object({
  t: z.string(),
  sub: z.string(),
  d: z.string(),
  exp: z.number(),
});
