import type { SwissLanguage } from "./post-codes.ts";

const CODES: Readonly<Record<SwissLanguage, string>> = {
  de: "DES",
  fr: "FRS",
  it: "ITS",
  rm: "RMC",
};

/** The ERP's code of a national language, as contacts carry it: `fr` → `FRS`. */
export function languageCodeOf(language: SwissLanguage): string {
  return CODES[language];
}
