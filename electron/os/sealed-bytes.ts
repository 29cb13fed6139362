import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM, `nonce | ciphertext | tag`. `purpose` is authenticated too: bytes sealed for one do not open for another. */
export function seal(
  key: Uint8Array,
  purpose: string,
  plain: Uint8Array | string,
): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const bytes = typeof plain === "string" ? Buffer.from(plain) : plain;
  return Buffer.concat([
    nonce,
    cipher.update(bytes),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** The plain bytes; null when the key or the purpose is another, or the bytes were changed. */
export function unseal(
  key: Uint8Array,
  purpose: string,
  sealed: Uint8Array,
): Buffer | null {
  if (sealed.length < NONCE + TAG) return null;
  const bytes = Buffer.from(sealed);
  const tagAt = bytes.length - TAG;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    key,
    bytes.subarray(0, NONCE),
  );
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(tagAt));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE, tagAt)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
}
