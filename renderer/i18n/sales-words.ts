import type { frCHSales } from "./fr-CH-sales.ts";

/** Every key of tasks and opportunities that a language must have. */
export type SalesWords = Readonly<Record<keyof typeof frCHSales, string>>;
