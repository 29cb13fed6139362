import type { Contact } from "../entities/contact.ts";
import type { Setting } from "../entities/setting.ts";
import { copyValues, withValue } from "./with-value.ts";

/**
 * What people of a company take over from it, and when (domain.md INH).
 *
 * A value counts as the person's own as soon as it differs from the company's: nothing here ever overwrites such a
 * value when the company changes. The server recomputes the same functions when it merges (OFF-8), so they must stay
 * free of time, order and anything but their arguments.
 */

/** INH-1: which families of fields are inherited. */
export interface InheritFlags {
  readonly salesperson: boolean;
  readonly territory: boolean;
  readonly country: boolean;
  readonly language: boolean;
  readonly formatRegion: boolean;
  readonly address: boolean;
  readonly communication: boolean;
}

/** INH-1: every flag is on unless the company's set-up switched it off. */
export function inheritFlagsOf(setting: Setting | null): InheritFlags {
  return {
    salesperson: setting?.inheritSalesperson ?? true,
    territory: setting?.inheritTerritory ?? true,
    country: setting?.inheritCountry ?? true,
    language: setting?.inheritLanguage ?? true,
    formatRegion: setting?.inheritFormatRegion ?? true,
    address: setting?.inheritAddress ?? true,
    communication: setting?.inheritCommunication ?? true,
  };
}

type Field = keyof Contact;

/** Overwritten on creation and move (INH-2); each under the flag of its own name. */
const assigned = [
  "salesperson",
  "territory",
  "country",
  "language",
  "formatRegion",
] as const satisfies readonly Field[];

/** What makes two addresses the same one (INH-3, INH-6); the canton goes with them but does not decide. */
const addressIdentity = [
  "address",
  "address2",
  "postCode",
  "city",
] as const satisfies readonly Field[];

export const addressBlock = [
  ...addressIdentity,
  "county",
] as const satisfies readonly Field[];

/** Followed one by one (INH-4, INH-5). */
const channels = [
  "phone",
  "mobile",
  "fax",
  "pager",
  "extension",
  "email",
  "homePage",
] as const satisfies readonly Field[];

/** Every field that may come from the company, in the order of the card. */
export const inheritableFields: readonly Field[] = [
  ...assigned,
  ...addressBlock,
  ...channels,
  "correspondence",
];

/**
 * The person as they are after joining `company`, on creation or on a move from `previous` (INH-2, INH-3, INH-4).
 *
 * Sets `companyId` and `companyName` too. Salesperson, territory, country, language and format region become the
 * company's, even when it has none. The address is taken as a block when the person has none or had the previous
 * company's; a channel when the person has none or had the previous company's.
 */
export function inheritOnJoin(
  person: Contact,
  company: Contact,
  previous: Contact | null,
  flags: InheritFlags,
): Contact {
  const overwritten = assigned.filter((field) => flags[field]);
  let joined = withValue(person, "companyId", company.id);
  joined = withValue(joined, "companyName", company.name);
  joined = followingAgain(joined, overwritten);
  joined = copyValues(joined, company, overwritten);
  if (flags.address && !isOwn(person, "address")) {
    const blank = addressBlock.every((field) => person[field] === undefined);
    if (blank || (previous !== null && sameAddress(person, previous))) {
      joined = copyValues(joined, company, addressBlock);
    }
  }
  if (flags.communication) {
    const free = [...channels, "correspondence" as const].filter(
      (field) =>
        !isOwn(person, field) &&
        (person[field] === undefined ||
          (previous !== null && equal(person, previous, field))),
    );
    joined = copyValues(joined, company, free);
  }
  return joined;
}

/**
 * The person after their company changed from `oldCompany` to `newCompany`: the same object when nothing reaches them.
 *
 * INH-5: a changed field arrives iff its flag is on and the person had the company's old value; having none where the
 * company had none counts. INH-6: for the address that test is on the whole block, then only changed parts are
 * written; correspondence is not propagated. NAM-3: a new company name arrives whatever the flags say.
 */
export function inheritOnCompanyChange(
  oldCompany: Contact,
  newCompany: Contact,
  person: Contact,
  flags: InheritFlags,
): Contact {
  if (person.type !== "person" || person.companyId !== newCompany.id) {
    return person;
  }
  const fields = followingFields(oldCompany, person, flags).filter(
    (field) => !equal(oldCompany, newCompany, field),
  );
  const inherited = copyValues(person, newCompany, fields);
  return oldCompany.name === newCompany.name
    ? inherited
    : withValue(inherited, "companyName", newCompany.name);
}

/**
 * INH-9: the fields that stand on the person's card with the company's value and would follow it. Empty ones are left
 * out: they would follow as well, but there is nothing to mark.
 */
export function inheritedFields(
  person: Contact,
  company: Contact,
  flags: InheritFlags,
): ReadonlySet<keyof Contact> {
  return new Set(
    followingFields(company, person, flags).filter(
      (field) => person[field] !== undefined,
    ),
  );
}

/**
 * INH-9: gives a field back to the company, so that it follows again. A part of the address brings the whole block,
 * because the block is what follows. Fields that are never inherited are left alone.
 */
export function resetToCompany(
  person: Contact,
  company: Contact,
  field: Field,
): Contact {
  const fields = togetherWith(field);
  return copyValues(followingAgain(person, fields), company, fields);
}

/**
 * INH-9: the field stays as it is whatever becomes of the company's, also while both are the same; a part of the
 * address breaks the whole block. Fields that are never inherited are left alone.
 */
export function breakInheritance(person: Contact, field: Field): Contact {
  const [mark] = togetherWith(field);
  return mark === undefined || isOwn(person, mark)
    ? person
    : { ...person, ownFields: [...(person.ownFields ?? []), mark] };
}

/** What follows as one: the address as a block, under the name of its first field; any other field alone. */
function togetherWith(field: Field): readonly Field[] {
  if ((addressBlock as readonly Field[]).includes(field)) return addressBlock;
  return inheritableFields.includes(field) ? [field] : [];
}

function isOwn(person: Contact, field: Field): boolean {
  const [mark = field] = togetherWith(field);
  return person.ownFields?.includes(mark) ?? false;
}

function followingAgain(person: Contact, fields: readonly Field[]): Contact {
  const { ownFields = [] } = person;
  const left = ownFields.filter((own) => !fields.some((one) => one === own));
  return left.length === ownFields.length
    ? person
    : withValue(person, "ownFields", left.length === 0 ? null : left);
}

/** The fields in which the person still has the company's value, under flags that are on, and not broken off. */
function followingFields(
  company: Contact,
  person: Contact,
  flags: InheritFlags,
): Field[] {
  const candidates: Field[] = [
    ...assigned.filter((field) => flags[field]),
    ...(flags.address && sameAddress(person, company) ? addressBlock : []),
    ...(flags.communication ? channels : []),
  ];
  return candidates.filter(
    (field) => !isOwn(person, field) && equal(person, company, field),
  );
}

function sameAddress(a: Contact, b: Contact): boolean {
  return addressIdentity.every((field) => equal(a, b, field));
}

function equal(a: Contact, b: Contact, field: Field): boolean {
  return (a[field] ?? null) === (b[field] ?? null);
}
