import type { frCHHelp } from "./fr-CH-help.ts";

export type HelpWords = Readonly<Record<keyof typeof frCHHelp, string>>;
