import type { frCHList } from "./fr-CH-list.ts";

/** Every key of the contact list and of the search box that a language must have. */
export type ListWords = Readonly<Record<keyof typeof frCHList, string>>;
