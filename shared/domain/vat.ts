import { checkForeignVat, vatPrefixOf } from "./foreign-vat.ts";

/** What a VAT number is worth: `value` is its normal form; a wrong check digit is a warning, not a refusal. */
export type VatCheck =
  | { readonly kind: "ok"; readonly value: string }
  | { readonly kind: "check-digit"; readonly value: string }
  | { readonly kind: "pattern" };

const SWISS =
  /^CHE[\s.-]*(\d{3})[\s.]*(\d{3})[\s.]*(\d{3})[\s.]*(MWST|TVA|IVA)?$/;
const FOREIGN = /^[A-Z0-9][A-Z0-9 .+*/-]{2,19}$/;
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4] as const;

/**
 * LOC-2: upper-cased; Swiss ones become `CHE-116.073.488 TVA` with or without the punctuation typed. `country` is the
 * contact's (ISO 3166); absent, a number that begins with another country's letters is taken for foreign. European
 * numbers follow their country's rule, others are only held to the characters that VAT numbers have.
 */
export function checkVat(typed: string, country?: string): VatCheck {
  const text = typed.trim().replace(/\s+/g, " ").toUpperCase();
  const foreign = country === undefined ? /^(?!CH)[A-Z]{2}/ : null;
  const swiss =
    text.startsWith("CHE") ||
    country === "CH" ||
    (foreign !== null && !foreign.test(text));
  if (!swiss) {
    const prefix = vatPrefixOf(country ?? text.slice(0, 2));
    if (prefix !== null) return checkForeignVat(text, prefix);
    return FOREIGN.test(text)
      ? { kind: "ok", value: text }
      : { kind: "pattern" };
  }
  const match = SWISS.exec(text);
  if (!match) return { kind: "pattern" };
  const [, a = "", b = "", c = "", suffix] = match;
  const value = `CHE-${a}.${b}.${c}${suffix ? ` ${suffix}` : ""}`;
  return { kind: checkDigitHolds(a + b + c) ? "ok" : "check-digit", value };
}

/** Mod 11 over the first eight digits; a check digit of 10 does not exist. */
function checkDigitHolds(digits: string): boolean {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number(digits.charAt(i)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(digits.charAt(8));
}

/** What two spellings of one number have in common: `che 116.073.488 tva` and `CHE-116.073.488 MWST` are the same. */
export function vatKey(vatNo: string): string {
  return vatNo
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^(CHE\d{9})(?:MWST|TVA|IVA)$/, "$1");
}
