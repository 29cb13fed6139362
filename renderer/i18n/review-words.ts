import type { frCHReview } from "./fr-CH-review.ts";

/** Every key of these screens that a language must have. */
export type ReviewWords = Readonly<Record<keyof typeof frCHReview, string>>;
