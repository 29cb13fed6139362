import type { CalendarDay } from "../core/calendar.ts";
import type { Contact } from "../entities/contact.ts";

/** A visit, task, opportunity: whatever is recorded with the employer of its time. */
interface Recorded {
  readonly contactId?: string | undefined;
  readonly companyId?: string | undefined;
}

export type ContactLink = NonNullable<Contact["links"]>[string];

/** The ties of some kind, the latest first. */
export function linksOf(
  contact: Contact,
  kind: ContactLink["kind"],
): readonly (readonly [id: string, link: ContactLink])[] {
  return Object.entries(contact.links ?? {})
    .filter(([, link]) => link.kind === kind)
    .toSorted(
      ([a, one], [b, other]) =>
        (other.until ?? "").localeCompare(one.until ?? "") || (a < b ? -1 : 1),
    );
}

/**
 * TYP-9: what was recorded under a company stays with that company when the person leaves it. The record itself is not
 * rewritten (it says who was met, and may belong to somebody else): it is the company's as long as its `companyId` is
 * not the person's present one. TYP-10: what was recorded under no company stays with the person.
 */
export function staysWithFormerEmployer(
  person: Contact,
  record: Recorded,
): boolean {
  return (
    person.type === "person" &&
    record.companyId !== undefined &&
    record.companyId !== person.companyId
  );
}

/**
 * Under which company something with this contact on that day is recorded: a company's own id, a person's employer of
 * the day (a move is dated: TYP-9), none for an independent person.
 */
export function employerOn(
  contact: Contact,
  day: CalendarDay,
): string | undefined {
  if (contact.type === "company") return contact.id;
  const past = linksOf(contact, "formerEmployer")
    .map(([, link]) => link)
    .filter(({ until }) => until !== undefined && until >= day)
    .at(-1);
  return past ? past.contactId : contact.companyId;
}
