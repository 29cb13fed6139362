import type { frCHSetup } from "./fr-CH-setup.ts";

/** Every key of the set-up that a language must have. */
export type SetupWords = Readonly<Record<keyof typeof frCHSetup, string>>;
