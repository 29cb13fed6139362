import type { frCHReception } from "./fr-CH-reception.ts";

/** Every key about a long reception that a language must have. */
export type ReceptionWords = Readonly<
  Record<keyof typeof frCHReception, string>
>;
