import type { Contact } from "../../entities/contact.ts";
import { searchNameOf } from "../contact-name.ts";

/** Fields of which the merged contact has one value: whose, is chosen (MRG-2). In the order of the card. */
export const MERGE_FIELDS = [
  ...(["name", "name2", "searchName", "firstName", "middleName"] as const),
  ...(["surname", "initials", "jobTitle", "companyId"] as const),
  ...([
    "address",
    "address2",
    "postCode",
    "city",
    "county",
    "country",
  ] as const),
  ...(["phone", "mobile", "fax", "pager", "extension"] as const),
  ...(["email", "email2", "homePage"] as const),
  ...(["salesperson", "territory", "language", "formatRegion"] as const),
  ...(["currency", "vatNo", "registrationNo", "correspondence"] as const),
  ...(["salutation", "orgLevel", "cadence", "externalId"] as const),
  ...(["comment"] as const),
] as const satisfies readonly (keyof Contact)[];
export type MergeField = (typeof MERGE_FIELDS)[number];

/** What goes with a chosen field. */
const ALONG: { readonly [F in MergeField]?: readonly (keyof Contact)[] } = {
  companyId: ["companyName"],
};

/** Which contact's value counts, by field; a field that is not named keeps the survivor's. */
export type FieldChoice = { readonly [F in MergeField]?: string };

/** Of a company its own id and of nobody a name that nobody typed. */
function isOwnBusiness(contact: Contact, field: MergeField): boolean {
  return field === "companyId" && contact.type === "company";
}

/** Fields in which the contacts differ, with the value of each; one that all lack is none. */
export function differingFields(
  contacts: readonly Contact[],
): readonly MergeField[] {
  return MERGE_FIELDS.filter((field) => {
    const values = new Set(
      contacts.map((one) => (isOwnBusiness(one, field) ? null : one[field])),
    );
    return values.size > 1;
  });
}

/** Those that are shown to be chosen. */
export function comparedFields(
  contacts: readonly Contact[],
): readonly MergeField[] {
  return differingFields(contacts).filter((field) => {
    const isTyped = TYPED[field];
    return !isTyped || contacts.some(isTyped);
  });
}

/** Fields that may hold what nobody has typed. */
const TYPED: { readonly [F in MergeField]?: (contact: Contact) => boolean } = {
  // What one searches a name by goes with the name (NAM-2).
  searchName: ({ name, searchName }) =>
    searchName !== undefined && searchName !== searchNameOf(name),
  // An import knows a row again by an id of its own making.
  externalId: ({ externalId }) =>
    externalId !== undefined && !externalId.startsWith("row:"),
};

/** What is proposed: the survivor's value, and where it has none the first other one. */
export function proposedChoice(
  keep: Contact,
  others: readonly Contact[],
): FieldChoice {
  const choice: { [F in MergeField]?: string } = {};
  for (const field of differingFields([keep, ...others])) {
    if (keep[field] !== undefined) continue;
    // Parts of one address belong together, and those of one name.
    if (isPartOfHeld(keep, field)) continue;
    const other = others.find((one) => one[field] !== undefined);
    if (other) choice[field] = other.id;
  }
  return choice;
}

const ADDRESS = ["address", "address2", "postCode", "city", "county"] as const;
const NAME = ["name2", "firstName", "middleName", "surname"] as const;

function isPartOfHeld(keep: Contact, field: MergeField): boolean {
  const inAddress = ADDRESS.some((one) => one === field);
  if (inAddress) return ADDRESS.some((one) => keep[one] !== undefined);
  return NAME.some((one) => one === field);
}

/** The survivor with the values that were chosen of one other contact; the comments of both stand one below the other. */
export function withChosen(
  keep: Contact,
  other: Contact,
  choice: FieldChoice,
  commentHeading: string,
): Contact {
  let after = keep;
  for (const field of MERGE_FIELDS) {
    if (isOwnBusiness(keep, field) || choice[field] !== other.id) continue;
    for (const one of [field, ...(ALONG[field] ?? [])])
      after = { ...after, [one]: other[one] };
  }
  // Somebody chose one of them, or nothing is lost.
  const chosen = choice.comment !== undefined;
  const { comment } = other;
  if (!chosen && comment !== undefined && comment !== keep.comment)
    after = {
      ...after,
      comment: joined(keep.comment, comment, commentHeading),
    };
  return after;
}

const COMMENT_MAX = 16_000;

function joined(own: string | undefined, other: string, heading: string) {
  if (own === undefined) return other;
  const both = `${own}\n\n${heading}\n${other}`;
  return both.length <= COMMENT_MAX ? both : own;
}
