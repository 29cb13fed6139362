import type { frCHCard } from "./fr-CH-card.ts";

/** Every key of a card's further channels and picture that a language must have. */
export type CardWords = Readonly<Record<keyof typeof frCHCard, string>>;
