import type { SearchField } from "../store.ts";
import { internationalDigits, type Searched } from "./search/question.ts";
import { fieldWords } from "./search/words.ts";
import type { SlimContact } from "./slim-contact.ts";

const LETTER = /\p{L}/u;
const SIGNS = /[^\p{L}\p{N}]+/gu;

/** What a contact is found by, the more telling first, and how much a find in it counts. */
const FIELDS = [
  ["name", 8],
  ["no", 8],
  ["alias", 7],
  ["name2", 6],
  ["searchName", 6],
  ["companyName", 5],
  ["city", 4],
  ["vatNo", 4],
  ["postCode", 3],
  ["email", 3],
  ["phone", 3],
  ["externalId", 3],
  ["jobTitle", 2],
] as const satisfies readonly (readonly [SearchField, number])[];

export const CONTACT_WEIGHTS = FIELDS.map(([, weight]) => weight);
export const PHONE_WEIGHT = 3;

const NAMES: ReadonlySet<SearchField> = new Set([
  "name",
  "alias",
  "name2",
  "searchName",
  "city",
]);
/** The same where only a name, or the town beside it, is looked for. */
export const NAME_WEIGHTS = FIELDS.map(([name, weight]) =>
  NAMES.has(name) ? weight : 0,
);

/** A contact's texts by field, as a search looks at them and as it shows why it found one. */
export function contactTexts(
  contact: SlimContact,
): readonly (readonly [field: number, name: SearchField, text: string])[] {
  const { row } = contact;
  const texts: Readonly<Record<string, readonly string[]>> = {
    name: [row.name],
    no: [row.no],
    alias: contact.aliases,
    name2: [contact.name2],
    searchName: [contact.searchName],
    companyName: [row.companyName],
    city: [row.city],
    vatNo: [contact.vatNo],
    postCode: [row.postCode],
    email: contact.emails,
    // What stands in a number's place and is none is found by its words.
    phone: contact.phones.filter((phone) => LETTER.test(phone)),
    externalId: [contact.externalId],
    jobTitle: [row.jobTitle ?? ""],
  };
  return FIELDS.flatMap(([name], field) =>
    (texts[name] ?? [])
      .filter((text) => text !== "")
      .map((text) => [field, name, text] as const),
  );
}

export function searchedContact(contact: SlimContact): Searched {
  const texts = contactTexts(contact).flatMap(([field, name, text]) =>
    name === "vatNo"
      ? [[field, text] as const, [field, bare(text)] as const]
      : [[field, text] as const],
  );
  return {
    words: fieldWords(texts),
    numbers: contact.phones
      .map(internationalDigits)
      .filter((one) => one !== ""),
  };
}

/** A VAT number as people type it, without its points. */
function bare(text: string): string {
  return text.replace(SIGNS, "");
}
