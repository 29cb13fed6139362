import type { frCHVisits } from "./fr-CH-visits.ts";

/** Every key about writing up visits that a language must have. */
export type VisitWords = Readonly<Record<keyof typeof frCHVisits, string>>;
