import type { MarkedText } from "../../store.ts";
import type { SearchQuestion } from "./question.ts";
import { isTypoOf, TOO_FAR } from "./typos.ts";
import { wordsOf } from "./words.ts";

type Range = readonly [from: number, to: number];

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** What of a question is found in a text, for showing: its terms that are, and where. */
export interface Marks {
  readonly terms: ReadonlySet<string>;
  readonly ranges: readonly Range[];
}

/** Marks the words of a text that a question's terms mean. */
export function markWords(text: string, { terms }: SearchQuestion): Marks {
  const found = new Set<string>();
  const ranges: Range[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    let longest = 0;
    for (const part of wordsOf(word))
      for (const term of terms) {
        const length = part.startsWith(term)
          ? lettersFor(word, term)
          : isTypoOf(term, part) === TOO_FAR
            ? 0
            : word.length;
        if (length === 0) continue;
        found.add(term);
        longest = Math.max(longest, length);
      }
    if (longest > 0) ranges.push([match.index, match.index + longest]);
  }
  return { terms: found, ranges };
}

/** How many letters of a word make up its beginning `term`, which is folded: `Weiß` and `weis` have three. */
function lettersFor(word: string, term: string): number {
  for (let length = 1; length < word.length; length++)
    if ((wordsOf(word.slice(0, length))[0] ?? "").startsWith(term))
      return length;
  return word.length;
}

/** Marks the digits of a phone number that were typed, in whatever form; null = they are not in it. */
export function markNumber(
  text: string,
  { number, digits }: SearchQuestion,
): readonly Range[] | null {
  const typed = [number, ...digits].filter((one) => one !== null);
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const all = places.map((place) => text[place]).join("");
  for (const one of typed)
    for (const needle of [one, one.replace(/^(?:41)?0/, "")]) {
      const at = needle === "" ? -1 : all.indexOf(needle);
      const from = places[at];
      const to = places[at + needle.length - 1];
      if (from !== undefined && to !== undefined) return [[from, to + 1]];
    }
  return null;
}

const AROUND = 60;

/** A long text cut to what was found first and a little around it. */
export function snippet({ text, ranges }: MarkedText): MarkedText {
  const flat = text.replace(/\s/g, " ");
  const [first] = ranges;
  if (first === undefined || flat.length <= AROUND * 2)
    return { text: flat, ranges };
  let from = Math.max(0, first[0] - AROUND / 2);
  if (from > 0) from = Math.max(0, flat.lastIndexOf(" ", from) + 1);
  const to = Math.min(flat.length, from + AROUND * 2);
  const before = from > 0 ? "… " : "";
  const moved = ranges
    .filter(([, end]) => end <= to)
    .map(
      ([start, end]) =>
        [start - from + before.length, end - from + before.length] as const,
    );
  return {
    text: before + flat.slice(from, to) + (to < flat.length ? " …" : ""),
    ranges: moved,
  };
}
