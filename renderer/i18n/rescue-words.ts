import type { frCHRescue } from "./fr-CH-rescue.ts";

export type RescueWords = Readonly<Record<keyof typeof frCHRescue, string>>;
