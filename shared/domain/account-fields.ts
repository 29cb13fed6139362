import type { Account, AccountKind } from "../entities/account.ts";
import { Contact } from "../entities/contact.ts";
import { withName } from "./contact-name.ts";
import { isFieldOf } from "./contact-type.ts";
import { withValue } from "./with-value.ts";

/** CNV-4: what a contact and the record it is linked to have in common; the members have the same names in both. */
const COMMON = [
  "name",
  "searchName",
  "address",
  "address2",
  "postCode",
  "city",
  "county",
  "country",
  "phone",
  "mobile",
  "fax",
  "email",
  "homePage",
  "language",
  "currency",
  "territory",
  "salesperson",
  "vatNo",
  "registrationNo",
] as const satisfies readonly (keyof Contact & keyof Account)[];

export type CommonField = (typeof COMMON)[number];
type Common = { readonly [F in CommonField]?: string | undefined };

/** CNV-4: a vendor's purchaser and a bank's "our contact" are nobody's salesperson. */
export function commonFields(kind: AccountKind): readonly CommonField[] {
  return kind === "vendor" || kind === "bank"
    ? COMMON.filter((field) => field !== "salesperson")
    : COMMON;
}

/** CNV-4: the members that are another in `after` than in `before`. */
export function changedCommon(
  kind: AccountKind,
  before: Common | null,
  after: Common,
): readonly CommonField[] {
  return commonFields(kind).filter(
    (field) => (before?.[field] ?? null) !== (after[field] ?? null),
  );
}

/** CNV-4: the account with these members as the contact has them. Its name is never taken away. */
export function accountFollows(
  account: Account,
  contact: Contact,
  fields: readonly CommonField[],
): Account {
  return fields.reduce(
    (one, field) => withValue(one, field, contact[field]),
    account,
  );
}

/**
 * CNV-4: the contact with these members as the account has them; the parts of a person's name and the search name
 * follow the name. What a contact of that type does not have (TYP-4), and what its fields refuse (letters in a phone,
 * LOC-1), stays as it is.
 */
export function contactFollows(
  contact: Contact,
  account: Account,
  fields: readonly CommonField[],
): Contact {
  return fields.reduce((one, field) => {
    const value = account[field];
    if (!isFieldOf(one.type, field)) return one;
    if (value === undefined)
      return field === "name" ? one : withValue(one, field, undefined);
    if (!Contact.fields.shape[field].safeParse(value).success) return one;
    return field === "name"
      ? withName(one, value)
      : withValue(one, field, value);
  }, contact);
}
