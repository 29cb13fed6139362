import type { frCHOffice } from "./fr-CH-office.ts";

/** Every key of these screens that a language must have. */
export type OfficeWords = Readonly<Record<keyof typeof frCHOffice, string>>;
