import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { Change } from "./change.ts";
import { inheritOnJoin, type InheritFlags } from "./inheritance.ts";
import { withValue } from "./with-value.ts";

export interface MoveFacts {
  readonly person: Contact;
  /** The present employer; null for an independent person, or when this device does not have it. */
  readonly from: Contact | null;
  readonly to: Contact;
  readonly flags: InheritFlags;
}

export type MoveRefusal =
  { readonly kind: "not-a-person" } | { readonly kind: "not-a-company" };

/**
 * A person joins a company, from another one or as an independent (INH-2, INH-3, INH-4). What was theirs alone stays
 * theirs. Moving to the present employer changes nothing.
 *
 * What happened under the old employer is not touched here: visits and tasks carry their own `companyId`. When TYP-9
 * comes, its re-pointing joins this list of changes, from a `past` added to the facts.
 */
export function moveToCompany(
  facts: MoveFacts,
): Result<readonly Change[], MoveRefusal> {
  const { person, from, to, flags } = facts;
  if (person.type !== "person") return refuse({ kind: "not-a-person" });
  if (to.type !== "company") return refuse({ kind: "not-a-company" });
  if (person.companyId === to.id) return ok([]);
  return ok([moved(person, inheritOnJoin(person, to, from, flags))]);
}

/** A person becomes independent (TYP-3): the employer goes, every other value stays as it stands on the card. */
export function leaveCompany(
  person: Contact,
): Result<readonly Change[], MoveRefusal> {
  if (person.type !== "person") return refuse({ kind: "not-a-person" });
  if (person.companyId === undefined) return ok([]);
  const free = withValue(person, "companyId", undefined);
  return ok([moved(person, withValue(free, "companyName", undefined))]);
}

function moved(before: Contact, after: Contact): Change {
  return { c: "contacts", id: before.id, before, after };
}
