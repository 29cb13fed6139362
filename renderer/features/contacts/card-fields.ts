import type { CodeKind } from "../../../shared/entities/code.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { searchNameOf } from "../../../shared/domain/contact-name.ts";
import type { TextField } from "../../../shared/domain/field-check.ts";

/** Members of a contact that the card shows one line each. */
export type CodeSetField =
  "industryGroups" | "mailingGroups" | "responsibilities";
export type FlagField =
  "excludeFromSegment" | "privacyBlocked" | "minor" | "parentalConsent";
export type CardFieldName = Exclude<
  TextField,
  | "id"
  | "type"
  | "no"
  | "companyId"
  | "companyName"
  | "businessRelation"
  | "mergedInto"
>;

interface Common {
  /** Shown only when filled, or after "More fields". */
  readonly rare?: true;
  /** For other programs: shown only among all fields, even when it has a value. */
  readonly technical?: true;
  readonly only?: Contact["type"];
}

export type CardField = Common &
  (
    | {
        readonly name: CardFieldName;
        readonly kind:
          | "text"
          | "long"
          | "phone"
          | "email"
          | "page"
          | "postCode"
          | "city"
          | "correspondence";
      }
    | {
        readonly name: CardFieldName;
        readonly kind: "code";
        readonly list: CodeKind;
      }
    | {
        readonly name: CodeSetField;
        readonly kind: "codes";
        readonly list: CodeKind;
      }
    | { readonly name: FlagField; readonly kind: "flag" }
  );

/** A field that is opened for editing; flags are not, they are switched where they stand. */
export type EditableField = Exclude<CardField, { readonly kind: "flag" }>;

export type GroupName =
  | "person"
  | "address"
  | "communication"
  | "classification"
  | "comment"
  | "privacy";

export interface CardGroup {
  readonly name: GroupName;
  readonly fields: readonly CardField[];
}

/** domain.md §2.2 in the order of the card. */
const groups: readonly CardGroup[] = [
  {
    name: "person",
    fields: [
      { name: "firstName", kind: "text", only: "person" },
      { name: "middleName", kind: "text", only: "person", rare: true },
      { name: "surname", kind: "text", only: "person" },
      { name: "initials", kind: "text", only: "person", rare: true },
      { name: "jobTitle", kind: "text", only: "person" },
      {
        name: "responsibilities",
        kind: "codes",
        list: "jobResponsibility",
        only: "person",
      },
      {
        name: "orgLevel",
        kind: "code",
        list: "orgLevel",
        only: "person",
        rare: true,
      },
    ],
  },
  {
    name: "communication",
    fields: [
      { name: "phone", kind: "phone" },
      { name: "mobile", kind: "phone" },
      { name: "email", kind: "email" },
      { name: "homePage", kind: "page" },
      { name: "email2", kind: "email", rare: true },
      { name: "extension", kind: "text", rare: true },
      { name: "fax", kind: "phone", rare: true },
      { name: "pager", kind: "phone", rare: true },
      { name: "correspondence", kind: "correspondence", rare: true },
    ],
  },
  {
    name: "address",
    fields: [
      { name: "name2", kind: "text", rare: true },
      { name: "address", kind: "text" },
      { name: "address2", kind: "text", rare: true },
      { name: "postCode", kind: "postCode" },
      { name: "city", kind: "city" },
      { name: "county", kind: "text", rare: true },
      { name: "country", kind: "code", list: "country" },
    ],
  },
  {
    name: "classification",
    fields: [
      { name: "salesperson", kind: "code", list: "salesperson" },
      { name: "territory", kind: "code", list: "territory" },
      { name: "cadence", kind: "code", list: "visitCadence" },
      { name: "language", kind: "code", list: "language" },
      { name: "formatRegion", kind: "text", rare: true },
      { name: "salutation", kind: "code", list: "salutation", rare: true },
      {
        name: "currency",
        kind: "code",
        list: "currency",
        only: "company",
        rare: true,
      },
      { name: "vatNo", kind: "text", only: "company" },
      { name: "registrationNo", kind: "text", only: "company", rare: true },
      {
        name: "industryGroups",
        kind: "codes",
        list: "industryGroup",
        only: "company",
      },
      { name: "mailingGroups", kind: "codes", list: "mailingGroup" },
      { name: "searchName", kind: "text", rare: true },
      { name: "externalId", kind: "text", rare: true, technical: true },
    ],
  },
  { name: "comment", fields: [{ name: "comment", kind: "long" }] },
  {
    name: "privacy",
    fields: [
      { name: "privacyBlocked", kind: "flag", rare: true },
      { name: "minor", kind: "flag", only: "person", rare: true },
      { name: "parentalConsent", kind: "flag", only: "person", rare: true },
      { name: "excludeFromSegment", kind: "flag", rare: true },
    ],
  },
];

/** The groups of one type of contact (TYP-4), empty ones left out. */
export function groupsOf(type: Contact["type"]): readonly CardGroup[] {
  return groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(({ only }) => !only || only === type),
    }))
    .filter((group) => group.fields.length > 0);
}

/** Whether a field says something on this card; a search name that only shadows the name does not (NAM-2). */
export function isFilled(contact: Contact, field: CardField): boolean {
  return field.name === "searchName"
    ? contact.searchName !== undefined &&
        contact.searchName !== searchNameOf(contact.name)
    : contact[field.name] !== undefined;
}
