import type { SearchGroup, SearchHit } from "../store.ts";
import { IS_COMPANY, type ContactTable } from "./contact-table.ts";
import {
  CONTACT_WEIGHTS,
  contactTexts,
  PHONE_WEIGHT,
} from "./contact-words.ts";
import { markNumber, markWords, snippet } from "./search/marks.ts";
import type { SearchQuestion } from "./search/question.ts";
import { createTop } from "./search/top.ts";
import type { WordIndex } from "./search/word-index.ts";
import type { SlimContact } from "./slim-contact.ts";

/** With so few finds typing errors are looked for, too. */
export const TYPOS_BELOW = 10;

/** What a search finds among contacts: the best of each kind, and how many there are. */
export function searchContacts(
  of: {
    readonly table: ContactTable;
    readonly index: WordIndex;
    /** By row: its place in the order of names. */
    readonly places: ArrayLike<number>;
  },
  question: SearchQuestion,
  limit: number,
): readonly SearchGroup[] {
  const { table, index, places } = of;
  const placeOf = (row: number) => places[row] ?? 0;
  const find = (withTypos: boolean) => {
    const companies = createTop(limit, placeOf);
    const persons = createTop(limit, placeOf);
    index.search(
      {
        question,
        weights: CONTACT_WEIGHTS,
        phoneWeight: PHONE_WEIGHT,
        withTypos,
      },
      (row, score) => {
        const isCompany = ((table.flags[row] ?? 0) & IS_COMPANY) !== 0;
        (isCompany ? companies : persons).add(row, score);
      },
    );
    return { companies, persons };
  };
  let { companies, persons } = find(false);
  if (companies.total + persons.total < TYPOS_BELOW)
    ({ companies, persons } = find(true));
  const groupOf = (
    kind: "companies" | "persons",
    top: typeof companies,
  ): SearchGroup => ({
    kind,
    total: top.total,
    hits: top.rows().map((row) => contactHit(table, row, question)),
  });
  return [groupOf("companies", companies), groupOf("persons", persons)].filter(
    ({ total }) => total > 0,
  );
}

/** A contact as a search shows it: what was asked for is marked in its name, or the first other field that has it is told. */
function contactHit(
  table: ContactTable,
  row: number,
  question: SearchQuestion,
): SearchHit {
  const id = table.ids.idAt(row);
  const name = table.text(row, "name");
  const isCompany = ((table.flags[row] ?? 0) & IS_COMPANY) !== 0;
  const { postCode, city } = table.few;
  const title = markWords(name, question);
  const place = [postCode.at(row), city.at(row)]
    .filter((part) => part !== "")
    .join(" ");
  return {
    id,
    contactId: id,
    title: { text: name, ranges: title.ranges },
    subtitle: [isCompany ? "" : table.text(row, "companyName"), place]
      .filter((part) => part !== "")
      .join(", "),
    reason: reasonOf(() => table.slimAt(row), question, title.terms),
  };
}

function reasonOf(
  contactAt: () => SlimContact,
  question: SearchQuestion,
  inTitle: ReadonlySet<string>,
): SearchHit["reason"] {
  const missing = question.terms.filter((term) => !inTitle.has(term));
  if (missing.length === 0) return null;
  const contact = contactAt();
  for (const [, field, text] of contactTexts(contact)) {
    const { terms, ranges } = markWords(text, { ...question, terms: missing });
    if (terms.size === 0) continue;
    return { field, value: snippet({ text, ranges }) };
  }
  for (const phone of contact.phones) {
    const ranges = markNumber(phone, question);
    if (ranges) return { field: "phone", value: { text: phone, ranges } };
  }
  return null;
}
