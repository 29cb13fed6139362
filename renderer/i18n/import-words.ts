import type { frCHImport } from "./fr-CH-import.ts";

/** Every key of the Import screen that a language must have. */
export type ImportWords = Readonly<Record<keyof typeof frCHImport, string>>;
