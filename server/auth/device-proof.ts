import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { z } from "zod";
import { proofHash } from "./secrets.ts";

/*
 * A device proves that it holds its key with a compact JWS:
 *
 *   header   {"typ":"carnet-proof+jwt","alg":"ES256"|"EdDSA","jwk":{…its public key…}}
 *   payload  {"sub":DEVICE ID,"rth":base64url(SHA-256(refresh token)),"jti":16 to 100 of A–Z a–z 0–9 _ -}
 *
 * No clock is in it: a laptop whose clock is a year off must be able to renew, and a refresh token serves at most
 * twice, so that the `jti`s of those uses are all that a replay could repeat (`token-renewal.ts`).
 */

const EcJwk = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
});
const OkpJwk = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
});
const Jwk = z.discriminatedUnion("kty", [EcJwk, OkpJwk]);

const Header = z.object({
  typ: z.literal("carnet-proof+jwt"),
  alg: z.enum(["ES256", "EdDSA"]),
  jwk: Jwk,
});
const Payload = z.object({
  sub: z.string(),
  rth: z.string(),
  jti: z.string().regex(/^[\w-]{16,100}$/),
});

/** What a sound proof says: whose key signed it (as `readPublicKey` has it), and what makes it unlike every other. */
export interface DeviceProof {
  readonly key: string;
  readonly jti: string;
}

/**
 * A public key as it is stored: SPKI DER in base64url. Taken as that, or as the text of a JWK; P-256 or Ed25519.
 * Null when it is neither.
 */
export function readPublicKey(text: string): string | null {
  try {
    if (text.startsWith("{")) return stored(keyOf(Jwk.parse(JSON.parse(text))));
    if (!/^[\w-]+$/.test(text)) return null;
    const key = createPublicKey({
      key: Buffer.from(text, "base64url"),
      format: "der",
      type: "spki",
    });
    return algorithmOf(key) === null ? null : stored(key);
  } catch {
    return null;
  }
}

/** Null unless it is well formed, about this device and this refresh token, and signed with the key that it names. */
export function readProof(
  proof: string,
  about: { readonly deviceId: string; readonly refresh: string },
): DeviceProof | null {
  try {
    const [head = "", body = "", signature = "", ...rest] = proof.split(".");
    const header = Header.parse(jsonOf(head));
    const payload = Payload.parse(jsonOf(body));
    const key = keyOf(header.jwk);
    const sound =
      rest.length === 0 &&
      header.alg === algorithmOf(key) &&
      payload.sub.toLowerCase() === about.deviceId &&
      payload.rth === proofHash(about.refresh) &&
      verify(
        header.alg === "ES256" ? "sha256" : null,
        Buffer.from(`${head}.${body}`),
        { key, dsaEncoding: "ieee-p1363" },
        Buffer.from(signature, "base64url"),
      );
    return sound ? { key: stored(key), jti: payload.jti } : null;
  } catch {
    return null;
  }
}

function keyOf(jwk: z.infer<typeof Jwk>): KeyObject {
  return createPublicKey({ key: { ...jwk }, format: "jwk" });
}

function algorithmOf(key: KeyObject): "ES256" | "EdDSA" | null {
  if (key.asymmetricKeyType === "ed25519") return "EdDSA";
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return key.asymmetricKeyType === "ec" && curve === "prime256v1"
    ? "ES256"
    : null;
}

function stored(key: KeyObject): string {
  return key.export({ type: "spki", format: "der" }).toString("base64url");
}

function jsonOf(part: string): unknown {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
}
