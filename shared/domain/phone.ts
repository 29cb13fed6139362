import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from "libphonenumber-js/min";

/** LOC-1: a phone number must not contain letters. */
export function hasLetters(phone: string): boolean {
  return /\p{L}/u.test(phone);
}

/**
 * LOC-1: the number to dial and to search by, `+41265550123`, or null when the text is not one whole number.
 * `country` is where a number without prefix is (ISO 3166, default CH).
 */
export function phoneE164(phone: string, country?: string): string | null {
  return parse(phone, country)?.number ?? null;
}

/** LOC-1: `026 555 01 23` is shown as `+41 26 555 01 23`; what cannot be understood is shown as typed. */
export function prettyPhone(phone: string, country?: string): string {
  const number = parse(phone, country);
  if (!number) return phone;
  const pretty = number.formatInternational();
  // What is shown is the same number, and asked about next.
  keep(keyOf(pretty, country), number);
  return pretty;
}

/** A file asks for each number several times in a row; telling one apart costs more than most of what is done with it. */
const parsed = new Map<string, PhoneNumber | null>();
const MOST_PARSED = 5_000;

function parse(phone: string, country = "CH"): PhoneNumber | null {
  const key = keyOf(phone, country);
  const known = parsed.get(key);
  return known === undefined ? keep(key, parseAnew(phone, country)) : known;
}

function keyOf(phone: string, country = "CH"): string {
  return `${country}/${phone}`;
}

function keep(key: string, number: PhoneNumber | null): PhoneNumber | null {
  if (parsed.size === MOST_PARSED) parsed.clear();
  parsed.set(key, number);
  return number;
}

function parseAnew(phone: string, country: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(phone, {
    defaultCountry: isSupportedCountry(country) ? country : "CH",
    // The whole text must be the number: of "021 … / 079 …" no half is taken for all of it.
    extract: false,
  });
  return number && number.isPossible() && number.ext === undefined
    ? number
    : null;
}
