import type { frCHBrief } from "./fr-CH-brief.ts";

/** Every key of the words of the meeting brief that a language must have. */
export type BriefWords = Readonly<Record<keyof typeof frCHBrief, string>>;
