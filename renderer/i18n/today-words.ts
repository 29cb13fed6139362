import type { frCHToday } from "./fr-CH-today.ts";

/** Every key of the Today screen that a language must have. */
export type TodayWords = Readonly<Record<keyof typeof frCHToday, string>>;
