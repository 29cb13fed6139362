import type { frCHCadence } from "./fr-CH-cadence.ts";

/** Every key of the words of visit cadences, reminders and what a task's form cannot read that a language must have. */
export type CadenceWords = Readonly<Record<keyof typeof frCHCadence, string>>;
