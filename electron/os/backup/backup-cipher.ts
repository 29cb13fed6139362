import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from "node:crypto";

/** See FORMAT.md beside this file: every number here is part of the format. */
const MAGIC = Buffer.from("CARNETB1", "latin1");
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const SIGNED_BYTES = 36;
const TAG_BYTES = 16;
const CHUNK_LOG2 = 16;
/** 128 MB and about 0.4 s on a laptop, as for the notebook's own passphrase. */
const COST = { logN: 17, r: 8, p: 1 };
/** A file that asks for more than 2 GB or minutes of work is none of ours. */
const MOST = { logN: 20, r: 16, p: 4 };

/** Bytes before the first chunk. */
export const HEADER_BYTES = SIGNED_BYTES + 32;
/** Plain bytes of a chunk; only the last one may have fewer. */
export const CHUNK_BYTES = 2 ** CHUNK_LOG2;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** Seals and opens the chunks of one file: AES-256-GCM, the chunk's place and whether it is the last one in its nonce. */
export interface BackupCipher {
  readonly header: Buffer;
  seal(chunk: Uint8Array, index: number, last: boolean): Buffer;
  /** Null when a bit of it is not as it was written. */
  open(sealed: Uint8Array, index: number, last: boolean): Buffer | null;
}

export async function newBackupCipher(
  passphrase: string,
  cost: typeof COST = COST,
): Promise<BackupCipher> {
  const signed = Buffer.concat([
    MAGIC,
    Buffer.from([cost.logN, cost.r, cost.p, CHUNK_LOG2]),
    randomBytes(SALT_BYTES + PREFIX_BYTES),
    Buffer.from([0]),
  ]);
  const { key, signature } = await keysOf(passphrase, signed);
  return cipherOf(Buffer.concat([signed, signature]), key);
}

export type OpenedCipher =
  | { readonly kind: "open"; readonly cipher: BackupCipher }
  | { readonly kind: "not-a-backup" | "wrong-passphrase" };

/** Of a file that exists; a header that was tampered with looks like a wrong passphrase. */
export async function openBackupCipher(
  passphrase: string,
  header: Uint8Array,
): Promise<OpenedCipher> {
  const whole = Buffer.from(header);
  const signed = whole.subarray(0, SIGNED_BYTES);
  const [logN = 0, r = 0, p = 0, chunk = 0] = signed.subarray(MAGIC.length);
  const isOurs =
    whole.length === HEADER_BYTES &&
    signed.subarray(0, MAGIC.length).equals(MAGIC) &&
    chunk === CHUNK_LOG2 &&
    within(logN, MOST.logN) &&
    within(r, MOST.r) &&
    within(p, MOST.p);
  if (!isOurs) return { kind: "not-a-backup" };
  const { key, signature } = await keysOf(passphrase, signed);
  return timingSafeEqual(signature, whole.subarray(SIGNED_BYTES))
    ? { kind: "open", cipher: cipherOf(whole, key) }
    : { kind: "wrong-passphrase" };
}

function within(value: number, most: number): boolean {
  return value >= 1 && value <= most;
}

/** 64 bytes of scrypt: the key of the chunks, and that of the header's signature. */
async function keysOf(passphrase: string, signed: Buffer) {
  const [logN = 0, r = 0, p = 0] = signed.subarray(MAGIC.length);
  const at = MAGIC.length + 4;
  const salt = signed.subarray(at, at + SALT_BYTES);
  const N = 2 ** logN;
  const both = await new Promise<Buffer>((resolve, reject) => {
    scrypt(
      passphrase.normalize("NFKC"),
      salt,
      64,
      { N, r, p, maxmem: 256 * N * r },
      (error, derived) => (error ? reject(error) : resolve(derived)),
    );
  });
  const signature = createHmac("sha256", both.subarray(32))
    .update(signed)
    .digest();
  return { key: both.subarray(0, 32), signature };
}

function cipherOf(header: Buffer, key: Buffer): BackupCipher {
  const at = MAGIC.length + 4 + SALT_BYTES;
  const prefix = header.subarray(at, at + PREFIX_BYTES);
  const nonce = (index: number, last: boolean) => {
    const counted = Buffer.alloc(5);
    counted.writeUInt32BE(index);
    counted[4] = last ? 1 : 0;
    return Buffer.concat([prefix, counted]);
  };
  return {
    header,
    seal(chunk, index, last) {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(index, last));
      const body = [cipher.update(chunk), cipher.final()];
      return Buffer.concat([...body, cipher.getAuthTag()]);
    },
    open(sealed, index, last) {
      if (sealed.length < TAG_BYTES) return null;
      const end = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv(
        "aes-256-gcm",
        key,
        nonce(index, last),
      ).setAuthTag(sealed.subarray(end));
      try {
        const body = decipher.update(sealed.subarray(0, end));
        return Buffer.concat([body, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
