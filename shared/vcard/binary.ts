/**
 * Bytes as a text of one character per byte (0–255). Cards are cut and unfolded in this form, so that a fold in the
 * middle of an `é` and two charsets in one file do no harm: characters are read last, property by property.
 */
export type Binary = string;

const STEP = 8192;

export function toBinary(bytes: Uint8Array): Binary {
  let binary = "";
  for (let i = 0; i < bytes.length; i += STEP) {
    binary += String.fromCharCode(...bytes.subarray(i, i + STEP));
  }
  return binary;
}

/** A character beyond 255 keeps its low byte. */
export function toBytes(binary: Binary): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const SIX_BITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ALPHABET.split("").map((letter, value) => [letter, value]),
  ),
  "-": 62,
  _: 63,
};

/** The bytes of a base64 text; blanks and line ends in it are skipped. Null when there is anything else in it. */
export function fromBase64(text: string): Uint8Array | null {
  const clean = text.replace(/[\s=]+/g, "");
  if (!/^[\w+/-]*$/.test(clean) || clean.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of clean) {
    bits = ((bits << 6) | (SIX_BITS[letter] ?? 0)) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

/** Quoted-printable (RFC 2045 §6.7) without its line ends; what is no `=XX` stays as it is written. */
export function fromQuotedPrintable(text: Binary): Binary {
  return text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
