import type { frCHUpdates } from "./fr-CH-updates.ts";

/** Every key about newer versions that a language must have. */
export type UpdatesWords = Readonly<Record<keyof typeof frCHUpdates, string>>;
