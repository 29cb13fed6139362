import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/*
 * One record: [length u32][crc32 u32][nonce 12 | ciphertext | tag 16], little endian; length and checksum are of the
 * bracketed rest. The plain text is JSON `[sequence number, group, payload]`. The place (segment and sequence number)
 * is also authenticated beside the cipher text: a record that was dropped, repeated or moved does not decrypt.
 */

const HEAD = 8;
const NONCE = 12;
const TAG = 16;
/** Far above 50 operations of 64 KB; a length beyond it is damage, not a record. */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024;

export interface RecordPlace {
  readonly segment: number;
  readonly seq: number;
}

export type Decoded =
  | {
      readonly kind: "record";
      readonly payload: unknown;
      /** Sequence number of the first record that went to the disk in the same write. */
      readonly group: number;
      /** Where the next record begins. */
      readonly next: number;
    }
  /** Zeros, or the end of the bytes: nothing was ever written here. */
  | { readonly kind: "end" }
  /** Half a record, or a damaged one. */
  | { readonly kind: "torn" }
  /** Whole as it was written, but sealed with another key or for another place. */
  | { readonly kind: "foreign" };

/** The bytes of one record. Throws when `payload` is larger than a record may be. */
export function encodeRecord(
  key: Uint8Array,
  place: RecordPlace,
  group: number,
  payload: unknown,
): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(placeBytes(place));
  const text = JSON.stringify([place.seq, group, payload]);
  const body = Buffer.concat([
    nonce,
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  if (body.length > MAX_RECORD_BYTES) throw new Error("record too large");
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(body.length, 0);
  head.writeUInt32LE(crc32(body), 4);
  return Buffer.concat([head, body]);
}

/** The record of `place` that begins at `at`. Never throws, whatever the bytes are. */
export function decodeRecord(
  key: Uint8Array,
  place: RecordPlace,
  bytes: Buffer,
  at: number,
): Decoded {
  if (at + HEAD > bytes.length) return endOrTorn(bytes, at);
  const length = bytes.readUInt32LE(at);
  if (length === 0) return endOrTorn(bytes, at);
  const next = at + HEAD + length;
  if (length < NONCE + TAG || length > MAX_RECORD_BYTES || next > bytes.length)
    return { kind: "torn" };
  const body = bytes.subarray(at + HEAD, next);
  if (crc32(body) !== bytes.readUInt32LE(at + 4)) return { kind: "torn" };
  return open(key, place, body, next);
}

function open(
  key: Uint8Array,
  place: RecordPlace,
  body: Buffer,
  next: number,
): Decoded {
  const tagAt = body.length - TAG;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    key,
    body.subarray(0, NONCE),
  );
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(body.subarray(tagAt));
  try {
    const text = Buffer.concat([
      decipher.update(body.subarray(NONCE, tagAt)),
      decipher.final(),
    ]).toString("utf8");
    const [seq, group, payload] = JSON.parse(text) as [number, number, unknown];
    return seq === place.seq
      ? { kind: "record", payload, group, next }
      : { kind: "foreign" };
  } catch {
    return { kind: "foreign" };
  }
}

function endOrTorn(bytes: Buffer, at: number): Decoded {
  const head = bytes.subarray(at, at + HEAD);
  return head.every((byte) => byte === 0) ? { kind: "end" } : { kind: "torn" };
}

function placeBytes({ segment, seq }: RecordPlace): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32LE(segment, 0);
  bytes.writeBigUInt64LE(BigInt(seq), 4);
  return bytes;
}
