import { fold } from "../../core/fold.ts";
import { cleanWord } from "../day-words.ts";

/** One word of a sentence. */
export interface Word {
  /** As typed, its signs included. */
  readonly typed: string;
  /** As days are read, see `cleanWord`; without quotes. */
  readonly clean: string;
  /** Something is over behind it. */
  readonly ends: boolean;
}

/** Short forms whose dot ends nothing. */
const SHORT = new Set(
  "sem kw dr hr fr m mme mlle mr mrs ms sig sigra dott prof ing st s ste ca env min std resp evtl bzw tel ev inkl exkl vs merc giov lu ma me je ve sa di mo mi do so".split(
    " ",
  ),
);
/** Stand for the end of something by themselves. */
const DASH = /^(?:[-–—•*|/]|->|→|=>|>)$/;
const LONGEST = 400;

/** The words of a sentence, a long text's first ones. */
export function sentenceWords(text: string): readonly Word[] {
  const parts = text
    .replace(/\(/g, " ( ")
    .replace(/\)/g, " ) ")
    .replace(/(->|→|=>|[–—])/g, " $1 ")
    .replace(/([\p{L}\p{N}])([;:!?])(?=\p{L})/gu, "$1$2 ")
    .replace(/(\p{L}),(?=\p{L})/gu, "$1, ")
    .replace(/(\d)\s+(?=['’](?:\s|,|$))/gu, "$1")
    .split(/\s+/)
    .filter((part) => part !== "");
  const words: Word[] = [];
  for (const part of parts.slice(0, LONGEST)) {
    if (DASH.test(part) || /^[()]$/.test(part)) {
      const last = words.pop();
      if (last) words.push({ ...last, ends: true });
      continue;
    }
    const ends = endsSomething(part);
    const clean = cleanWord(part).replace(/^["«“„]+|["»”“]+$/g, "");
    words.push({
      typed: part,
      clean: ends ? clean.replace(/[.…]+$/, "") : clean,
      ends,
    });
  }
  return words;
}

function endsSomething(part: string): boolean {
  if (/[,;:!?…]["»”]?$/.test(part)) return true;
  if (!part.endsWith(".") || /^(?:\d{1,2}[./])*\d{1,2}\.$/.test(part))
    return false;
  const word = fold(part.slice(0, -1));
  return word.length > 1 && !SHORT.has(word) && !/^(?:\p{L}\.)+$/u.test(part);
}

/** Its letters alone, without the article that is written together with it: `l'AF-200` → `af-200`. */
export function bareWord(word: Word): string {
  return word.clean
    .replace(
      /^(?:l|d|dell|all|nell|dall|sull|un|qu|m|s|n|t|c|j|quell)'(?=.)/,
      "",
    )
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
