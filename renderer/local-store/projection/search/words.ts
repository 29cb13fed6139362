import { fold } from "../../../../shared/core/fold.ts";

/** ä, ö, ü as they are spelt without these keys; taken alike on both sides, so that `zuerich` finds Zürich. */
const SPELT_OUT = /([aou])e/g;
const NOT_A_WORD = /[^\p{L}\p{N}]+/u;
const LONGEST = 40;

/** The words of a text as the search compares them: `Müller-Weiß` → `muller`, `weiss`. */
export function wordsOf(text: string): readonly string[] {
  if (text === "") return [];
  return fold(text)
    .replace(SPELT_OUT, "$1")
    .split(NOT_A_WORD)
    .filter((word) => word !== "")
    .map((word) => (word.length > LONGEST ? word.slice(0, LONGEST) : word));
}

/**
 * Words of one document as one text: a line for each field, the more telling field first, each word between blanks. A word
 * stands once, in the first field that has it. ` muller sohne \n bulle ` has two fields.
 */
export type FieldWords = string;

export function fieldWords(
  texts: readonly (readonly [field: number, text: string])[],
): FieldWords {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const [field, text] of texts)
    for (const word of wordsOf(text)) {
      if (seen.has(word)) continue;
      seen.add(word);
      while (lines.length <= field) lines.push("");
      lines[field] = `${lines[field] === "" ? " " : lines[field]}${word} `;
    }
  return lines.join("\n");
}

export function eachWord(
  words: FieldWords,
  visit: (word: string, field: number) => void,
): void {
  for (const [field, line] of words.split("\n").entries())
    for (const word of line.split(" ")) if (word !== "") visit(word, field);
}
