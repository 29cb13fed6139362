import { fold } from "../../../shared/core/fold.ts";
import { phoneForms, phoneQuery } from "../../../shared/domain/phone-digits.ts";
import type { SlimContact } from "./slim-contact.ts";

/** ä, ö, ü as they are spelt without these keys; taken alike on both sides, so that `zuerich` finds Zürich. */
const SPELT_OUT = /([aou])e/g;
const LETTER = /\p{L}/u;
const NOT_A_WORD = /[^\p{L}\p{N}]+/u;

/** What a contact is searched by, folded once when it comes in and never per query. */
export interface SearchText {
  /** Every word with a space before it: a word's start is then one `includes`. */
  readonly words: string;
  readonly digits: string;
}

export function searchText(contact: SlimContact): SearchText {
  const { row, name2, emails, aliases, phones } = contact;
  const { name, companyName, postCode, city, no } = row;
  const all = [
    name,
    name2,
    companyName,
    postCode,
    city,
    no,
    ...emails,
    ...aliases,
    // What stands in a number's place and is none is found by its words.
    ...phones.filter((phone) => LETTER.test(phone)),
  ];
  return {
    words: ` ${wordsOf(all.join(" ")).join(" ")}`,
    digits: phones.map(phoneForms).join(" "),
  };
}

/** A query made ready: null = everything matches. */
export function createMatcher(
  typed: string,
): ((text: SearchText) => boolean) | null {
  const words = wordsOf(typed);
  if (words.length === 0) return null;
  const number = phoneQuery(typed.trim());
  const starts = words.map((word) => ` ${word}`);
  const wordsMatch = (text: SearchText) =>
    starts.every((start) => text.words.includes(start));
  if (number !== null)
    return (text) => text.digits.includes(number) || wordsMatch(text);
  // A word of digits among others may be a phone number too: "dupont 026".
  const digits = words.map((word) => phoneQuery(word));
  if (digits.every((digit) => digit === null)) return wordsMatch;
  return (text) =>
    starts.every((start, i) => {
      const digit = digits[i] ?? null;
      return (
        text.words.includes(start) ||
        (digit !== null && text.digits.includes(digit))
      );
    });
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .replace(SPELT_OUT, "$1")
    .split(NOT_A_WORD)
    .filter((word) => word !== "");
}
