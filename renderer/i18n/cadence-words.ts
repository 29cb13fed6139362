import type { frCHCadence } from "./fr-CH-cadence.ts";

/** Every key of the words of visit cadences and reminders that a language must have. */
export type CadenceWords = Readonly<Record<keyof typeof frCHCadence, string>>;
