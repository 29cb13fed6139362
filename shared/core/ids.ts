/** Source of random bytes; the browser, Node and the simulation each bring their own. */
export interface RandomSource {
  bytes(length: number): Uint8Array;
}

const HEX = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

/**
 * UUID version 7 (RFC 9562): 48 bits of `nowMs`, then random.
 *
 * The time bits only give index locality. Nothing may read business meaning from them: a device's
 * clock may be a year off. Only a device's own lists do, as long as no server has told when (`createdAt`).
 *
 * @param count 0–4095, in the place of the first 12 random bits: ids of one millisecond in their order
 */
export function uuidV7(
  nowMs: number,
  random: RandomSource,
  count?: number,
): string {
  const b = random.bytes(16);
  for (let i = 0; i < 6; i++)
    b[i] = Math.floor(nowMs / 2 ** (8 * (5 - i))) % 256;
  if (count !== undefined) {
    b[6] = count >> 8;
    b[7] = count & 0xff;
  }
  b[6] = 0x70 | ((b[6] ?? 0) & 0x0f);
  b[8] = 0x80 | ((b[8] ?? 0) & 0x3f);
  const hex = Array.from(b, (byte) => HEX[byte]).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
