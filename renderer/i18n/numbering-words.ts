import type { frCHNumbering } from "./fr-CH-numbering.ts";

/** Every key of number series and duplicates that a language must have. */
export type NumberingWords = Readonly<
  Record<keyof typeof frCHNumbering, string>
>;
