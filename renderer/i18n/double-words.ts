import type { frCHDouble } from "./fr-CH-double.ts";

/** Every key about duplicates that a language must have. */
export type DoubleWords = Readonly<Record<keyof typeof frCHDouble, string>>;
