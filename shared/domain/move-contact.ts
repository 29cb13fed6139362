import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { Change } from "./change.ts";
import type { ContactLink } from "./employer.ts";
import { inheritOnJoin, type InheritFlags } from "./inheritance.ts";
import type { NewId } from "./new-id.ts";
import { withValue } from "./with-value.ts";

export interface LeaveFacts {
  readonly person: Contact;
  /** The present employer; null for an independent person, or when this device does not have it. */
  readonly from: Contact | null;
  /** Last day under the present employer. */
  readonly until: CalendarDay;
  readonly newId: NewId;
}

export interface MoveFacts extends LeaveFacts {
  readonly to: Contact;
  readonly flags: InheritFlags;
}

export type MoveRefusal =
  { readonly kind: "not-a-person" } | { readonly kind: "not-a-company" };

/**
 * A person joins a company, from another one or as an independent (INH-2, INH-3, INH-4). What was theirs alone stays
 * theirs. Moving to the present employer changes nothing.
 *
 * TYP-9: what happened under the old employer stays there, see `staysWithFormerEmployer`; a tie on both cards says until
 * when, so that each leads to the other. TYP-10: what an independent person did stays with the person.
 */
export function moveToCompany(
  facts: MoveFacts,
): Result<readonly Change[], MoveRefusal> {
  const { person, from, to, flags } = facts;
  if (person.type !== "person") return refuse({ kind: "not-a-person" });
  if (to.type !== "company") return refuse({ kind: "not-a-company" });
  if (person.companyId === to.id) return ok([]);
  return ok(moved(facts, inheritOnJoin(person, to, from, flags)));
}

/** A person becomes independent (TYP-3): the employer goes, every other value stays as it stands on the card. */
export function leaveCompany(
  facts: LeaveFacts,
): Result<readonly Change[], MoveRefusal> {
  const { person } = facts;
  if (person.type !== "person") return refuse({ kind: "not-a-person" });
  if (person.companyId === undefined) return ok([]);
  const free = withValue(person, "companyId", undefined);
  return ok(moved(facts, withValue(free, "companyName", undefined)));
}

function moved(facts: LeaveFacts, after: Contact): readonly Change[] {
  const { person, from, until, newId } = facts;
  const { companyId } = person;
  if (companyId === undefined) return [changed(person, after)];
  const own = withLink(after, newId(), {
    kind: "formerEmployer",
    contactId: companyId,
    until,
  });
  if (from?.id !== companyId) return [changed(person, own)];
  const theirs = withLink(from, newId(), {
    kind: "formerPerson",
    contactId: person.id,
    until,
  });
  return [changed(person, own), changed(from, theirs)];
}

function withLink(contact: Contact, id: string, link: ContactLink): Contact {
  return { ...contact, links: { ...contact.links, [id]: link } };
}

function changed(before: Contact, after: Contact): Change {
  return { c: "contacts", id: before.id, before, after };
}
