import { isFieldOf } from "../../shared/domain/contact-type.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { stampAt } from "../../shared/sync/merge-field.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { GroupWork } from "./group-work.ts";

type Field = keyof Contact;

/**
 * TYP-4: what only the other type has is taken out of a contact, as when somebody filled it in without knowing of a
 * change of type. Their value is kept as the side that lost, in whichever order the two came.
 */
export function leaveOwnFields(work: GroupWork): void {
  for (const { c, after } of work.touched()) {
    if (c !== "contacts" || after.deleted) continue;
    const foreign = Object.keys(after.v).filter((field) =>
      isForeign(after, field),
    );
    if (foreign.length === 0) continue;
    const own = Object.fromEntries(
      Object.entries(after.v).filter(([field]) => !foreign.includes(field)),
    );
    const { id } = after;
    work.write({ c, id, before: after.v, after: own } as never);
    for (const path of foreign) keepTyped(work, after, path);
  }
}

/** Flags and sets go without a word: nobody has written them. */
function keepTyped(work: GroupWork, doc: StoredDocument, path: string): void {
  const value = doc.v[path];
  if (typeof value !== "string") return;
  const loser = { value, stamp: stampAt(doc, path) };
  const winner = { value: null, stamp: stampAt(doc, "type") };
  const others = work.conflicts.filter(
    (one) => one.doc.id !== doc.id || one.conflict.path !== path,
  );
  const conflict = { path, base: null, winner, loser };
  work.conflicts.splice(0, Infinity, ...others, { doc, conflict });
}

/** Those that stand against a change of type (TYP-6, TYP-7), relations besides. */
const GUARDS: ReadonlySet<string> = new Set([
  ...["industryGroups", "currency", "vatNo", "orgLevel", "responsibilities"],
]);

/** Whether an operation fills in what would have stood against the contact's present type. */
export function fillsGuard(op: Op, stored: StoredDocument): boolean {
  if (op.c !== "contacts") return false;
  const fields =
    op.k === "set"
      ? Object.entries(op.f).flatMap(([path, [, to]]) =>
          to === null ? [] : [path.split("/")[0] ?? ""],
        )
      : op.k === "add"
        ? [op.f]
        : [];
  return fields.some((field) =>
    field === "relations"
      ? stored.v["type"] === "person"
      : GUARDS.has(field) && isForeign(stored, field),
  );
}

function isForeign(doc: StoredDocument, field: string): boolean {
  const type = doc.v["type"] === "company" ? "company" : "person";
  return !isFieldOf(type, field as Field);
}
