import type { Contact } from "../../shared/entities/contact.ts";
import {
  inheritableFields,
  inheritOnCompanyChange,
  type InheritFlags,
} from "../../shared/domain/inheritance.ts";
import type {
  HistoryRow,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { sameValue, toOps } from "../../shared/sync/to-ops.ts";

/** True when something changed that people of the company may follow (INH-5) or always follow (NAM-3). */
export function reachesPeople(
  before: StoredDocument,
  after: StoredDocument,
): boolean {
  if (after.deleted || after.v["type"] !== "company") return false;
  return (["name", ...inheritableFields] as const).some(
    (field) => !sameValue(before.v[field], after.v[field]),
  );
}

/**
 * OFF-8: what somebody who has joined a company gets of what changed there meanwhile: their device had taken over what
 * it knew (INH-2 to INH-4). As if they had joined first: who has the company's former value follows it (INH-5, INH-6).
 *
 * @param changes on the company since the device wrote the move
 */
export function joiningOps(
  person: StoredDocument,
  company: StoredDocument,
  changes: readonly Pick<HistoryRow, "path" | "from">[],
  flags: InheritFlags,
): Op[] {
  const former = { ...company.v };
  // The value before several changes is the one that the device may have seen; the rest were there for no one.
  for (const { path, from } of changes) {
    if (!inheritableFields.some((field) => field === path)) continue;
    if (sameValue(from, person.v[path])) former[path] = from;
  }
  const before = { ...company, v: former };
  return reachesPeople(before, company)
    ? inheritedOps(before, company, person, flags)
    : [];
}

/**
 * OFF-8: what one person takes over, recomputed from the company's old value, its new value and the person's own, as
 * they are in the database and not as some laptop saw them. Written like a person's edit, with the origin
 * "inherited", so that a later look at the history shows where the value came from.
 */
export function inheritedOps(
  before: StoredDocument,
  after: StoredDocument,
  person: StoredDocument,
  flags: InheritFlags,
): Op[] {
  const old = person.v as unknown as Contact;
  const now = inheritOnCompanyChange(
    before.v as unknown as Contact,
    after.v as unknown as Contact,
    old,
    flags,
  );
  if (now === old) return [];
  const change = { c: "contacts" as const, id: person.id };
  return toOps(
    { ...change, before: old, after: now, origin: "inherited" },
    person.rev,
  );
}
