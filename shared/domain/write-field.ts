import { ok, refuse, type Result } from "../core/result.ts";
import { Contact } from "../entities/contact.ts";
import type { AnyDocument, CollectionName } from "../entities/registry.ts";
import { entityOf } from "../entities/registry.ts";
import { applyPatch } from "./apply-patch.ts";
import type { Change } from "./change.ts";
import { editablePart } from "./contact-type.ts";
import { changesOf } from "./edit-contact.ts";
import type { InheritFlags } from "./inheritance.ts";
import type { ConsentMissing } from "./privacy.ts";

/** What a value that stood in a field before has to be written on top of. */
export interface WriteFacts {
  /** The document as it is now; null when this device does not have it. */
  readonly document: AnyDocument | null;
  /** For a company: who works there; empty otherwise. */
  readonly people: readonly Contact[];
  readonly flags: InheritFlags;
}

export type WriteRefusal =
  | { readonly kind: "document-gone" }
  /** The telephone number, address … that the value belonged to has been removed. */
  | { readonly kind: "item-gone" }
  | ConsentMissing;

/**
 * A known value written into one field by an ordinary edit: it follows the same rules as a typed one, reaches a
 * company's people and can itself be taken back. No changes when it is there already.
 *
 * `path` as in an operation, or `set/ELEMENT` with the element (a member of the set) or null (none).
 */
export function writeField(
  facts: WriteFacts,
  collection: CollectionName,
  path: string,
  value: unknown,
): Result<readonly Change[], WriteRefusal> {
  const { document } = facts;
  if (!document) return refuse({ kind: "document-gone" });
  return collection === "contacts" && isCardField(document as Contact, path)
    ? contactEdit(facts, document as Contact, path, value)
    : plainEdit(collection, document, path, value);
}

/** A member that a person types on the card; paths into maps and what a move or the server sets are no such thing. */
function isCardField(contact: Contact, field: string): boolean {
  return (
    Object.hasOwn(Contact.fields.shape, field) &&
    Object.hasOwn(editablePart(contact.type, { [field]: null }), field)
  );
}

function contactEdit(
  facts: WriteFacts,
  contact: Contact,
  field: string,
  value: unknown,
): Result<readonly Change[], WriteRefusal> {
  const after = applyPatch(contact, { [field]: value ?? null });
  if (!after.ok) return after;
  return ok(changesOf({ ...facts, contact }, after.value));
}

function plainEdit(
  collection: CollectionName,
  document: AnyDocument,
  field: string,
  value: unknown,
): Result<readonly Change[], WriteRefusal> {
  const [member = "", element] = field.split("/");
  const after = entityOf(collection).sets.includes(member)
    ? withElement(document, member, element, value ?? null)
    : withPath(document, field.split("/"), value ?? null);
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

/** Of a set one element comes or goes; without an element the whole set is what `value` lists. */
function withElement<T extends object>(
  document: T,
  member: string,
  element: string | undefined,
  value: unknown,
): T {
  const row = document as Readonly<Record<string, unknown>>;
  const old = Array.isArray(row[member]) ? (row[member] as string[]) : [];
  const others = old.filter((one) => one !== element);
  const now =
    element === undefined
      ? Array.isArray(value)
        ? (value as string[])
        : []
      : value === null
        ? others
        : [...others, element];
  if (now.length === old.length && now.every((one) => old.includes(one)))
    return document;
  const { [member]: _old, ...rest } = row;
  return (now.length === 0 ? rest : { ...row, [member]: now }) as T;
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
