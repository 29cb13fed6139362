export type TableCharset =
  | "utf-8"
  | "windows-1252"
  | "windows-1250"
  | "macintosh"
  | "utf-16le"
  | "utf-16be";

export const CHARSETS: readonly TableCharset[] = [
  "utf-8",
  "windows-1252",
  "windows-1250",
  "macintosh",
  "utf-16le",
  "utf-16be",
];

/**
 * The charset of a text file from its first bytes: its mark, the zeros of UTF-16, valid UTF-8, else whichever of those of
 * office programs makes letters of the bytes beyond ASCII. Czech looks like western words with other accents: that of
 * eastern Europe is taken for it by hand.
 */
export function guessCharset(bytes: Uint8Array): TableCharset {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  const zeros = zerosAt(bytes);
  if (zeros) return zeros;
  if (isUtf8(bytes)) return "utf-8";
  const carons = bytes.filter((_, i) => isCaron(bytes, i)).length;
  const isMac =
    lettersOf(bytes, MAC) - carons > lettersOf(bytes, WINDOWS) + carons;
  if (isMac) return "macintosh";
  return hasEastern(bytes) ? "windows-1250" : "windows-1252";
}

function zerosAt(bytes: Uint8Array): TableCharset | null {
  const at = [0, 0];
  const end = Math.min(bytes.length, 2_000);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) at[i & 1]!++;
  const [even = 0, odd = 0] = at;
  if (odd > end / 4 && even < end / 20) return "utf-16le";
  if (even > end / 4 && odd < end / 20) return "utf-16be";
  return null;
}

/** Up to a letter that is cut off at the end. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (byte < 0xc2 || byte > 0xf4) return false;
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k];
      if (next === undefined) return true;
      if ((next & 0xc0) !== 0x80) return false;
    }
    i += more;
  }
  return true;
}

/** What French, German and Italian write most, in either charset. */
const MAC = new Set([
  ...[0x8e, 0x8f, 0x90, 0x88, 0x89, 0x8a, 0x8d, 0x80, 0x83, 0x9a, 0x9f, 0x85],
  ...[0x86, 0xa7, 0x94, 0x95, 0x99, 0x9e, 0x9d, 0xcb, 0x98],
]);
const WINDOWS = new Set([
  ...[0xe9, 0xe8, 0xea, 0xe0, 0xe2, 0xe4, 0xe7, 0xc4, 0xc9, 0xf6, 0xfc, 0xd6],
  ...[0xdc, 0xdf, 0xee, 0xef, 0xf4, 0xfb, 0xf9, 0xc0, 0xf2, 0xec],
]);

/** ą, ľ, ł and ż: signs in the charset of the west, where none stands within a word. */
const EASTERN = new Set([0xb9, 0xbe, 0xb3, 0xbf]);

function hasEastern(bytes: Uint8Array): boolean {
  return bytes.some(
    (byte, i) =>
      EASTERN.has(byte) &&
      isAsciiLetter(bytes[i - 1]) &&
      isAsciiLetter(bytes[i + 1]),
  );
}

const VOWELS = new Set(Array.from("aeiouy", (one) => one.charCodeAt(0)));

/**
 * Š, š or Ž of Windows, which are ä, ö and é of a Macintosh: capitals at the beginning of a cell or among capitals, and š
 * behind a vowel, where no ö stands.
 */
function isCaron(bytes: Uint8Array, i: number): boolean {
  const [byte, before, next] = [bytes[i], bytes[i - 1], bytes[i + 1]];
  if (byte === 0x9a) return before !== undefined && VOWELS.has(before);
  if (byte !== 0x8a && byte !== 0x8e) return false;
  if (isCapital(next)) return isCapital(before) || !isAsciiLetter(before);
  if (isCapital(before)) return !isAsciiLetter(next) && isCapital(bytes[i - 2]);
  if (!isAsciiLetter(next) || isAsciiLetter(before)) return false;
  return byte === 0x8a || before === undefined || CELL_BEGINS.has(before);
}

/** A quote, a separator or a line end. */
const CELL_BEGINS = new Set(
  Array.from(`";,|\t\n\r`, (one) => one.charCodeAt(0)),
);

function isCapital(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 65 && byte <= 90;
}

/** A letter stands beside a letter. */
function lettersOf(bytes: Uint8Array, set: ReadonlySet<number>): number {
  let count = 0;
  for (const [i, byte] of bytes.entries())
    if (
      set.has(byte) &&
      (isAsciiLetter(bytes[i - 1]) || isAsciiLetter(bytes[i + 1]))
    )
      count++;
  return count;
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
}
