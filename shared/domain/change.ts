import type { CollectionName, Documents } from "../entities/registry.ts";
import type { Origin } from "../core/origin.ts";

/**
 * What a domain function wants written: one document before and after. `before` null = new, `after` null = deleted.
 * All changes of one call are one intention: they are journalled, sent and applied together.
 */
export type Change = {
  [N in CollectionName]: {
    readonly c: N;
    readonly id: string;
    readonly before: Documents[N] | null;
    readonly after: Documents[N] | null;
    /** Absent = typed by a person. */
    readonly origin?: Origin;
  };
}[CollectionName];
