import type { RandomSource } from "../core/ids.ts";

/** No 0/O, 1/I/L, U/V: provisional numbers are read out on the telephone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const PROVISIONAL = /^CT~[2-9A-HJ-KMNP-TW-Z]{5}$/;

/** The series of contacts, as a lease gives it: letters, then as many digits as there are zeros. */
export const contactNoFormat = "CT{000000}";

/**
 * The number of a contact created while no lease is left: `CT~` and five characters (NUM, design §6.9). It stays a
 * searchable alias when the server has given the final one. Not an identity: two devices may draw the same one.
 */
export function provisionalNo(random: RandomSource): string {
  const letters = Array.from(random.bytes(5), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  );
  return `CT~${letters.join("")}`;
}

export function isProvisionalNo(no: string): boolean {
  return PROVISIONAL.test(no);
}

/** NUM-1: number 21 in `CT{000000}` is `CT000021`. A number with more digits than zeros keeps them all. */
export function formatNo(format: string, value: number): string {
  return format.replace(/\{(0+)\}/, (_, zeros: string) =>
    String(value).padStart(zeros.length, "0"),
  );
}

/** The counter inside a number of the series, or null when the text is none of its numbers. */
export function parseNo(format: string, no: string): number | null {
  const match = /^(.*)\{(0+)\}(.*)$/.exec(format);
  if (!match) return null;
  const [, before = "", , after = ""] = match;
  const digits = no.slice(before.length, no.length - after.length);
  const value = Number(digits);
  // Written again it must be the same text: that covers the letters around it as well.
  return /^\d+$/.test(digits) && formatNo(format, value) === no ? value : null;
}
