import {
  phoneForms,
  phoneQuery,
} from "../../../../shared/domain/phone-digits.ts";
import { isTypoOf, TOO_FAR } from "./typos.ts";
import { eachWord, wordsOf, type FieldWords } from "./words.ts";

/** What somebody typed, made ready: every term must be found. */
export interface SearchQuestion {
  readonly terms: readonly string[];
  /** Of each term: its digits where it may be a part of a phone number. */
  readonly digits: readonly (string | null)[];
  /** The digits of all of it, where all of it may be a phone number. */
  readonly number: string | null;
}

/** Null = nothing to look for. */
export function readQuestion(typed: string): SearchQuestion | null {
  const terms = wordsOf(typed).slice(0, MOST_TERMS);
  if (terms.length === 0) return null;
  const number = phoneQuery(typed.trim());
  const digits = terms.map((term) =>
    number === null ? phoneQuery(term) : null,
  );
  return { terms, digits, number };
}

const MOST_TERMS = 12;

/** How telling a find is: a whole word before the beginning of one before a typing error, each times its field's weight. */
export const EXACT = 12;
export const BEGINNING = 9;
const MISTYPED = 4;

export function mistyped(errors: number): number {
  return MISTYPED - errors;
}

/** What one document is searched by. */
export interface Searched {
  readonly words: FieldWords;
  /** Digits of its phone numbers, see `internationalDigits`. */
  readonly numbers: readonly string[];
}

/** By number of a field; how much a find in it counts. */
export type Weights = readonly number[];

/** How well a document answers a question; 0 = it does not. The slow, plain way: an index must answer the same. */
export function scoreOf(
  question: SearchQuestion,
  { words, numbers }: Searched,
  weights: Weights,
  phoneWeight: number,
  withTypos: boolean,
): number {
  const { terms, digits, number } = question;
  const phone = (typed: string | null): number =>
    typed !== null && numbers.some((one) => hasDigits(one, typed))
      ? BEGINNING * phoneWeight
      : 0;
  const byNumber = phone(number);
  let sum = 0;
  for (const [i, term] of terms.entries()) {
    const best = Math.max(
      phone(digits[i] ?? null),
      scoreOfTerm(term, words, weights, withTypos),
    );
    if (best === 0) return byNumber;
    sum += best;
  }
  return Math.max(sum, byNumber);
}

function scoreOfTerm(
  term: string,
  words: FieldWords,
  weights: Weights,
  withTypos: boolean,
): number {
  let best = 0;
  if (words.includes(` ${term}`))
    for (const [field, line] of words.split("\n").entries()) {
      if (!line.includes(` ${term}`)) continue;
      const quality = line.includes(` ${term} `) ? EXACT : BEGINNING;
      best = Math.max(best, quality * (weights[field] ?? 0));
    }
  if (withTypos)
    eachWord(words, (word, field) => {
      const errors = word.startsWith(term) ? TOO_FAR : isTypoOf(term, word);
      if (errors !== TOO_FAR)
        best = Math.max(best, mistyped(errors) * (weights[field] ?? 0));
    });
  return best;
}

/** A stored number in international digits, as they are looked through; one that is neither marked nor Swiss, as it is. */
export function internationalDigits(stored: string): string {
  const [digits = "", national] = phoneForms(stored).split(" ");
  return national === undefined ? digits : `${HOME}${national.slice(1)}`;
}

const HOME = "41";
const NO_NUMBER = "-";

/** Whether digits that were typed are a part of a number, the zero that stands for its country included. */
export function hasDigits(number: string, typed: string): boolean {
  return number.includes(typed) || number.startsWith(homeDigits(typed));
}

/** `026` and `41026` as a Swiss number begins with them: `4126`. */
export function homeDigits(typed: string): string {
  if (typed.startsWith("0")) return `${HOME}${typed.slice(1)}`;
  if (typed.startsWith(`${HOME}0`)) return `${HOME}${typed.slice(3)}`;
  return NO_NUMBER;
}
