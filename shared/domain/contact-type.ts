import type { Contact } from "../entities/contact.ts";
import type { ContactPatch } from "./field-check.ts";

type Field = keyof Contact;

const personOnly: ReadonlySet<Field> = new Set<Field>([
  "firstName",
  "middleName",
  "surname",
  "initials",
  "jobTitle",
  "orgLevel",
  "responsibilities",
  "minor",
  "parentalConsent",
  "ownFields",
]);

const companyOnly: ReadonlySet<Field> = new Set<Field>([
  "industryGroups",
  "webSources",
  "currency",
  "vatNo",
  "registrationNo",
]);

/** Set by creation, by a move or by the server, never through a field of the card. */
const derived: ReadonlySet<Field> = new Set<Field>([
  "id",
  "type",
  "no",
  "companyId",
  "companyName",
  "ownFields",
  "aliases",
  "businessRelation",
]);

/** TYP-4: whether a field belongs on the card of this type of contact. */
export function isFieldOf(type: Contact["type"], field: Field): boolean {
  return !(type === "company" ? personOnly : companyOnly).has(field);
}

/** The part of a patch that a person may type for this type of contact (TYP-4); the rest is left out. */
export function editablePart(
  type: Contact["type"],
  patch: ContactPatch,
): ContactPatch {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([field, value]) =>
        value !== undefined &&
        isFieldOf(type, field as Field) &&
        !derived.has(field as Field),
    ),
  );
}
