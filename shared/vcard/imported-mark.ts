import { inheritableFields } from "../domain/inheritance.ts";
import { namedId } from "../domain/named-id.ts";
import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";

/** What the server or the company decides, and nobody types: no sign that a card was edited. */
const DECIDED: ReadonlySet<string> = new Set([
  "no",
  "noStatus",
  "aliases",
  "companyName",
  "bucket",
  "createdAt",
  "createdBy",
  "modifiedAt",
  "modifiedBy",
]);

/**
 * A short sum of what a contact says by itself: 12 hexadecimal digits, the same as long as nobody edits it. Values that
 * stand there as their company has them are left out, so that a company's new number (INH-5) is no edit of its people.
 */
export function importedMark(
  contact: Contact,
  company: Contact | null,
): string {
  const own = Object.entries(contact).filter(
    ([field, value]) =>
      value !== undefined &&
      value !== null &&
      !DECIDED.has(field) &&
      !(field === "companyId" && contact.type === "company") &&
      !followsCompany(contact, company, field as keyof Contact),
  );
  return sumOf(own);
}

/** The same of a visit, wherever it went when its contact was merged or deleted: what it says is its own. */
export function visitMark(visit: Interaction): string {
  return sumOf(
    Object.entries(visit).filter(
      ([field, value]) =>
        value !== undefined &&
        value !== null &&
        !DECIDED.has(field) &&
        field !== "contactId" &&
        field !== "companyId",
    ),
  );
}

function sumOf(members: readonly Member[]): string {
  const id = namedId(JSON.stringify(inOrder(members)));
  return id.slice(0, 8) + id.slice(9, 13);
}

function followsCompany(
  contact: Contact,
  company: Contact | null,
  field: keyof Contact,
): boolean {
  return (
    company !== null &&
    contact.type === "person" &&
    inheritableFields.includes(field) &&
    contact[field] === company[field]
  );
}

type Member = readonly [string, unknown];

/** Members in one order, whoever wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return inOrder(Object.entries(value));
}

function inOrder(members: readonly Member[]): unknown {
  return Object.fromEntries(
    members
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
