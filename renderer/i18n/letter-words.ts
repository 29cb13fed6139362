import type { frCHLetter } from "./fr-CH-letter.ts";

/** Every key about letters and the printed card that a language must have. */
export type LetterWords = Readonly<Record<keyof typeof frCHLetter, string>>;
