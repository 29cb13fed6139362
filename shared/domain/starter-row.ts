import type { Code } from "../entities/code.ts";

/** One line of a starter list: code, French, German, Italian, English, and what else the code carries. */
export type StarterRow = readonly [
  code: string,
  fr: string,
  de: string,
  it: string,
  en: string,
  more?: Partial<Code>,
];
