import type { frCH } from "./fr-CH.ts";

/** Every key that a language must have. */
export type Words = Readonly<Record<keyof typeof frCH, string>>;
