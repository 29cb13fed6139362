import type { frCHRelations } from "./fr-CH-relations.ts";

/** Every key of relations and accounts that a language must have. */
export type RelationWords = Readonly<
  Record<keyof typeof frCHRelations, string>
>;
