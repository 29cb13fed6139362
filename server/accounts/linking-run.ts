import type { Change } from "../../shared/domain/change.ts";
import type {
  CollectionName,
  Documents,
} from "../../shared/entities/registry.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { TenantWriter } from "../storage/sync-storage.ts";
import type { NumberBook } from "../push/number-book.ts";
import type { WorkingSet } from "../push/working-set.ts";

/** What the rules about accounts see of a group that is being applied, and how they add to it. */
export interface LinkingRun {
  readonly tenant: TenantWriter;
  readonly working: WorkingSet;
  readonly numbers: ReadonlyMap<string, NumberBook>;
  readonly deviceId: string;
  /** Code of whoever sends the group, if they have one. */
  readonly salesperson: string | undefined;
  /** When it was made, by their clock. */
  readonly hlc: string;
  readonly newId: () => string;
  /** Documents that the group has touched so far, each as it was before; new ones null. */
  touched(): readonly Touched[];
  /** Documents that the group sends whole: what cannot stand in them is left out instead of refused. */
  isSentWhole(id: string): boolean;
  /** Writes what a rule has worked out, as part of the group. */
  write(change: Change): void;
  /** Refuses the whole group. */
  refuse(code: string, message: string): never;
}

export interface Touched {
  readonly c: CollectionName;
  readonly id: string;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument;
}

/** A living document as its entity file reads it; null when it is not there. */
export function aliveIn<C extends CollectionName>(
  working: WorkingSet,
  c: C,
  id: string | undefined,
): Documents[C] | null {
  if (id === undefined) return null;
  const doc = working.get({ c, id })?.doc;
  return doc && !doc.deleted ? (doc.v as unknown as Documents[C]) : null;
}

/** The contact as it was or is; null when it was not, or is no longer, to be seen. */
export function valueOf<C extends CollectionName>(
  _c: C,
  doc: StoredDocument | null,
): Documents[C] | null {
  return doc && !doc.deleted ? (doc.v as unknown as Documents[C]) : null;
}
