import { ok, refuse, type Result } from "../core/result.ts";
import { Contact } from "../entities/contact.ts";
import type { Note } from "../entities/note.ts";
import type { AnyDocument, CollectionName } from "../entities/registry.ts";
import { isCollection } from "../entities/registry.ts";
import { applyPatch } from "./apply-patch.ts";
import type { Change } from "./change.ts";
import { editablePart } from "./contact-type.ts";
import { changesOf } from "./edit-contact.ts";
import type { InheritFlags } from "./inheritance.ts";
import type { ConsentMissing } from "./privacy.ts";

export interface ConflictFacts {
  /** The document that the note speaks of, as it is now; null when this device does not have it. */
  readonly document: AnyDocument | null;
  /** For a company: who works there; empty otherwise. */
  readonly people: readonly Contact[];
  readonly flags: InheritFlags;
}

export type ConflictRefusal =
  | { readonly kind: "not-a-conflict" }
  | { readonly kind: "document-gone" }
  /** Deleted here, edited there: the edit stands, and deleting again is the ordinary action. */
  | { readonly kind: "whole-document" }
  /** The telephone number, address … that the value belonged to has been removed. */
  | { readonly kind: "item-gone" }
  | ConsentMissing;

/**
 * The value that lost is written again, by an ordinary edit (so it follows the same rules, reaches a company's people
 * and can itself be taken back), and the note is done. If the value is there already, only the note changes.
 */
export function takeBack(
  note: Note,
  facts: ConflictFacts,
): Result<readonly Change[], ConflictRefusal> {
  const { collection, docId, field, loser } = note;
  if (note.kind !== "conflict" || !loser || collection === undefined) {
    return refuse({ kind: "not-a-conflict" });
  }
  if (!isCollection(collection)) return refuse({ kind: "not-a-conflict" });
  if (field === undefined) return refuse({ kind: "whole-document" });
  const { document } = facts;
  if (!document || document.id !== docId) {
    return refuse({ kind: "document-gone" });
  }
  const edit =
    collection === "contacts" && isCardField(document as Contact, field)
      ? contactEdit(facts, document as Contact, field, loser.value)
      : plainEdit(collection, document, field, loser.value);
  return edit.ok ? ok([...edit.value, ...dismissConflict(note)]) : edit;
}

/** The person has seen the conflict and agrees with what the merge decided. */
export function dismissConflict(note: Note): readonly Change[] {
  if (note.status === "done") return [];
  const done: Note = { ...note, status: "done" };
  return [{ c: "notes", id: note.id, before: note, after: done }];
}

/** A member that a person types on the card; paths into maps and what a move or the server sets are no such thing. */
function isCardField(contact: Contact, field: string): boolean {
  return (
    Object.hasOwn(Contact.fields.shape, field) &&
    Object.hasOwn(editablePart(contact.type, { [field]: null }), field)
  );
}

function contactEdit(
  facts: ConflictFacts,
  contact: Contact,
  field: string,
  value: unknown,
): Result<readonly Change[], ConflictRefusal> {
  const after = applyPatch(contact, { [field]: value ?? null });
  if (!after.ok) return after;
  return ok(changesOf({ ...facts, contact }, after.value));
}

function plainEdit(
  collection: CollectionName,
  document: AnyDocument,
  field: string,
  value: unknown,
): Result<readonly Change[], ConflictRefusal> {
  const after = withPath(document, field.split("/"), value ?? null);
  if (after === null) return refuse({ kind: "item-gone" });
  if (after === document) return ok([]);
  // The collection and the document belong together: both come from one note.
  const change = {
    c: collection,
    id: document.id,
    before: document,
    after,
  } as Change;
  return ok([change]);
}

/** A copy with the value at `member`, `map/ITEM` or `map/ITEM/member`; null when the item is not there. */
function withPath<T extends object>(
  at: T,
  [key, ...rest]: readonly string[],
  value: unknown,
): T | null {
  if (key === undefined) return at;
  const row = at as Readonly<Record<string, unknown>>;
  const child = Object.hasOwn(row, key) ? row[key] : undefined;
  const { [key]: _old, ...others } = row;
  if (rest.length === 0) {
    if (JSON.stringify(child ?? null) === JSON.stringify(value)) return at;
    return (value === null ? others : { ...row, [key]: value }) as T;
  }
  const inside = child ?? (rest.length === 1 ? {} : null);
  if (typeof inside !== "object" || inside === null) return null;
  const changed = withPath(inside, rest, value);
  if (changed === null) return null;
  if (changed === child) return at;
  const empty = Object.keys(changed).length === 0;
  return (empty ? others : { ...row, [key]: changed }) as T;
}
