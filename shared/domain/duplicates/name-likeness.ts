import { similarity } from "../similarity.ts";
import { areNicknames } from "./nicknames.ts";
import type { NameWord, NameWords } from "./name-words.ts";

/** `same`: the words are, in whatever order. `close`: typing errors, sound, nicknames, a word more. `partly`: one of them. */
export type NameLikeness = "same" | "close" | "partly" | "none";

const TYPO = 0.86;
const SHORT = 3;

/** How alike two names of people are; a first name and a family name may have changed places. */
export function personLikeness(a: NameWords, b: NameWords): NameLikeness {
  if (a.words.length === 0 || b.words.length === 0) return "none";
  if (a.sorted === b.sorted || a.joined === b.joined) return "same";
  const { exact, alike, fewer } = matched(a, b, true);
  if (exact >= 1 && exact + alike === fewer && fewer >= 2) return "close";
  if (alike === fewer && fewer >= 2) return "close";
  return exact + alike >= 1 ? "partly" : "none";
}

/** How alike two names of companies are, their legal forms aside. */
export function companyLikeness(a: NameWords, b: NameWords): NameLikeness {
  if (a.words.length === 0 || b.words.length === 0) return "none";
  if (a.sorted === b.sorted || a.joined === b.joined) return "same";
  const { exact, alike, fewer, letters } = matched(a, b, false);
  if (exact + alike === fewer && (fewer >= 2 || letters >= 5)) return "close";
  if (similarity(a.joined, b.joined) >= 0.94) return "close";
  return exact + alike >= 1 && letters > SHORT ? "partly" : "none";
}

interface Matched {
  /** Words that both have. */
  readonly exact: number;
  /** Words that have their like in the other. */
  readonly alike: number;
  /** Words of the shorter name. */
  readonly fewer: number;
  /** Of the longest word that was matched. */
  readonly letters: number;
}

/** Each word of the shorter name finds its best in the longer one, once. */
function matched(a: NameWords, b: NameWords, givenNames: boolean): Matched {
  const [short, long] =
    a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const free = new Set(long);
  let exact = 0;
  let alike = 0;
  let letters = 0;
  const rest: NameWord[] = [];
  for (const word of short) {
    const twin = [...free].find(({ text }) => text === word.text);
    if (!twin) {
      rest.push(word);
      continue;
    }
    free.delete(twin);
    exact += 1;
    letters = Math.max(letters, word.text.length);
  }
  for (const word of rest) {
    const like = [...free].find((one) => areAlike(word, one, givenNames));
    if (!like) continue;
    free.delete(like);
    alike += 1;
    letters = Math.max(letters, word.text.length);
  }
  return { exact, alike, fewer: short.length, letters };
}

function areAlike(a: NameWord, b: NameWord, givenNames: boolean): boolean {
  if (givenNames && areNicknames(a.text, b.text)) return true;
  const [short, long] =
    a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  // An initial, `J. Favre`.
  if (short.length === 1) return givenNames && long.startsWith(short);
  if (short.length < SHORT) return false;
  if (a.sound === b.sound && a.sound.length > 1) return true;
  return similarity(a.text, b.text) >= TYPO && isNear(short, long);
}

/** At most two letters apart, of short words one: what a typing error makes. */
function isNear(short: string, long: string): boolean {
  return long.length - short.length <= 2;
}
