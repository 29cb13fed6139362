import type { Contact } from "../entities/contact.ts";
import { withValue } from "./with-value.ts";

/** The parts of a person's name (NAM-1); an empty part is absent. */
export interface NameParts {
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly surname?: string | undefined;
}

const PART_MAX = 60;
const NAME_MAX = 100;

/**
 * NAM-1: the last word is the surname; of three or more, the one before is the middle name; the rest is the first
 * name. One word alone is a first name. A part longer than the field is cut.
 */
export function splitName(name: string): NameParts {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const surname = words.length > 1 ? words.pop() : undefined;
  const middleName = words.length > 1 ? words.pop() : undefined;
  return {
    ...part("firstName", words.join(" ")),
    ...part("middleName", middleName ?? ""),
    ...part("surname", surname ?? ""),
  };
}

function part(key: keyof NameParts, text: string): NameParts {
  return text === "" ? {} : { [key]: clip(text, PART_MAX) };
}

/** NAM-1: the name that the parts make, joined by single blanks; empty when there is no part. */
export function joinName(parts: NameParts): string {
  return [parts.firstName, parts.middleName, parts.surname]
    .map((word) => word?.trim() ?? "")
    .filter((word) => word !== "")
    .join(" ");
}

/** The upper-case shadow of a name; `ß` becomes `SS`, so it is cut to the field's length. */
export function searchNameOf(name: string): string {
  return clip(name.toUpperCase(), NAME_MAX);
}

/**
 * The contact under a new name: search name (NAM-2), the parts of a person (NAM-1), a company's own company name
 * (TYP-2). NAM-2: the search name follows while it is absent or the shadow of the old name, never once typed.
 */
export function withName(contact: Contact, name: string): Contact {
  const renamed = rename(contact, name);
  if (contact.type === "company") {
    return withValue(renamed, "companyName", name);
  }
  return name === contact.name ? renamed : withParts(renamed, splitName(name));
}

/** A person with corrected parts; the name is rebuilt from them (NAM-1). No parts at all leave the name as it was. */
export function withNameParts(contact: Contact, parts: NameParts): Contact {
  const name = joinName(parts);
  const corrected = withParts(contact, parts);
  return name === "" ? corrected : rename(corrected, name);
}

function rename(contact: Contact, name: string): Contact {
  const follows =
    contact.searchName === undefined ||
    contact.searchName === searchNameOf(contact.name);
  const renamed = withValue(contact, "name", name);
  return follows
    ? withValue(renamed, "searchName", searchNameOf(name))
    : renamed;
}

function withParts(contact: Contact, parts: NameParts): Contact {
  let changed = withValue(contact, "firstName", parts.firstName);
  changed = withValue(changed, "middleName", parts.middleName);
  return withValue(changed, "surname", parts.surname);
}

/** How a contact is named where the company does not stand beside it: `Luc Pasquier (Fromagerie Gruyère-Est SA)`. */
export function displayName(contact: Contact): string {
  return contact.type === "person" && contact.companyName !== undefined
    ? `${contact.name} (${contact.companyName})`
    : contact.name;
}

/** What a list is sorted by: surname first for persons, the name as it is for companies. */
export function sortName(contact: Contact): string {
  if (contact.type === "company" || contact.surname === undefined) {
    return contact.name;
  }
  const { firstName, middleName } = contact;
  const given = joinName({ firstName, middleName });
  return given === "" ? contact.surname : `${contact.surname} ${given}`;
}

/** At most `max` UTF-16 units, never half a character. */
function clip(text: string, max: number): string {
  const cut = text.slice(0, max);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
