import type { frCHErasure } from "./fr-CH-erasure.ts";

/** Every key about erasing that a language must have. */
export type ErasureWords = Readonly<Record<keyof typeof frCHErasure, string>>;
