import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

/** The key of releases, as PEM (PKCS #8): Ed25519 and nothing else. Whoever has it can replace every installed copy. */
export function readSigningKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== "ed25519")
    throw new Error(`${file} is no Ed25519 key: npm run release -- --new-key`);
  return key;
}

/** What a package is given of it. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key)
    .export({ format: "der", type: "spki" })
    .toString("base64");
}

/** Writes a new one, readable by its owner alone; never over another. */
export function newSigningKey(file: string): void {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ format: "pem", type: "pkcs8" });
  writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
}

/** Writes `FILE.sig` beside it: 64 bytes in base64, and a line break. */
export function signFile(file: string, key: KeyObject): void {
  const signature = sign(null, readFileSync(file), key);
  writeFileSync(`${file}.sig`, `${signature.toString("base64")}\n`);
}
