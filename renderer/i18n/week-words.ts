import type { frCHWeek } from "./fr-CH-week.ts";

/** Every key about the week that a language must have. */
export type WeekWords = Readonly<Record<keyof typeof frCHWeek, string>>;
