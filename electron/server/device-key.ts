import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto";

/** This device's own key pair (P-256): PKCS #8 DER in base64, kept sealed beside the tokens and never sent. */
export function newDeviceKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
}

/** SPKI DER in base64url, as `/v1/enroll` takes it. */
export function publicKeyOf(key: string): string {
  return createPublicKey(read(key))
    .export({ type: "spki", format: "der" })
    .toString("base64url");
}

/** A fresh proof that whoever shows `refresh` for this device holds its key. Its form: `server/auth/device-proof.ts`. */
export function proofOf(
  key: string,
  about: { readonly deviceId: string; readonly refresh: string },
): string {
  const privateKey = read(key);
  const jwk = createPublicKey(privateKey).export({ format: "jwk" });
  const signed = [
    { typ: "carnet-proof+jwt", alg: "ES256", jwk },
    {
      sub: about.deviceId,
      rth: createHash("sha256").update(about.refresh).digest("base64url"),
      jti: randomBytes(16).toString("base64url"),
    },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("sha256", Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: "ieee-p1363",
  });
  return `${signed}.${signature.toString("base64url")}`;
}

function read(key: string) {
  return createPrivateKey({
    key: Buffer.from(key, "base64"),
    format: "der",
    type: "pkcs8",
  });
}
