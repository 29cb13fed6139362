import type { z } from "zod";

/** Members that a document may be found by on the device; never names, numbers or free text (design: sealed at rest). */
export interface IndexedMembers {
  readonly contactId?: string;
  /** `AT_DESC_MAX` minus an instant: RxDB never walks an index backwards, so newest-first needs an inverted number. */
  readonly atDesc?: number;
}

export const AT_DESC_MAX = 9_999_999_999_999;

export interface EntityDefinition<S extends z.ZodObject = z.ZodObject> {
  /** Collection name: on the device, on the wire and in `doc.coll`'s table of names. */
  readonly name: string;
  /** Stable number of the collection in the server's database; never re-used. */
  readonly number: number;
  /** Everything a person or a program may write. */
  readonly fields: S;
  /** What only the server writes; present in a pulled `v`, ignored in a pushed one. */
  readonly computed: z.ZodObject;
  /** Members that are maps of keyed items: `more/ITEMID/value` names one value of one item. */
  readonly maps: readonly string[];
  /** Members that are sets of codes or ids: changed only by adding and removing elements. */
  readonly sets: readonly string[];
  /** Written on this device only, never sent. */
  readonly localOnly: boolean;
  /** Members kept in clear beside the sealed document. */
  readonly indexed: (value: never) => IndexedMembers;
}

/** One entity file = one call: the type, the store schema and the wire validation are all derived from it. */
export function defineEntity<S extends z.ZodObject>(definition: {
  readonly name: string;
  readonly number: number;
  readonly fields: S;
  readonly computed: z.ZodObject;
  readonly maps?: readonly string[];
  readonly sets?: readonly string[];
  readonly localOnly?: boolean;
  readonly indexed?: (value: z.infer<S>) => IndexedMembers;
}): EntityDefinition<S> {
  return {
    maps: [],
    sets: [],
    localOnly: false,
    ...definition,
    indexed: (definition.indexed ?? (() => ({}))) as (
      value: never,
    ) => IndexedMembers,
  };
}
