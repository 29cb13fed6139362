import type {
  NamedContact,
  SentenceNames,
} from "../../../shared/domain/sentence/sentence-names.ts";
import { IS_COMPANY, type ContactTable } from "./contact-table.ts";
import { readQuestion } from "./search/question.ts";
import { createTop } from "./search/top.ts";
import type { WordIndex } from "./search/word-index.ts";
import { NAME_WEIGHTS } from "./contact-words.ts";

/** So many of each kind are looked at closely. */
const MOST = 12;
/** More than any find can count: a person's own contacts come before all others. */
const OWN = 10_000;

/** Whom a sentence may mean, from the index of the search; the contacts of one salesperson before others. */
export function createSentenceNames(
  of: { readonly table: ContactTable; readonly index: WordIndex },
  salesperson: string,
): SentenceNames {
  const { table, index } = of;
  const isOwn = (row: number) =>
    salesperson !== "" && table.few.salesperson.at(row) === salesperson;

  function namedAt(row: number): NamedContact {
    const company = table.companies[row] ?? -1;
    const isCompany = ((table.flags[row] ?? 0) & IS_COMPANY) !== 0;
    return {
      id: table.ids.idAt(row),
      type: isCompany ? "company" : "person",
      name: table.text(row, "name"),
      companyId: isCompany || company < 0 ? "" : table.ids.idAt(company),
      companyName: table.text(row, "companyName"),
      city: table.few.city.at(row),
      own: isOwn(row),
    };
  }
  return {
    find(words, withTypos) {
      const question = readQuestion(words.join(" "));
      if (!question) return [];
      const tops = [
        createTop(MOST, (row) => row),
        createTop(MOST, (row) => row),
      ];
      const none = question.terms.map(() => null);
      index.search(
        {
          question: { terms: question.terms, digits: none, number: null },
          weights: NAME_WEIGHTS,
          phoneWeight: 0,
          withTypos,
        },
        (row, score) => {
          if (score === 0) return;
          const isCompany = ((table.flags[row] ?? 0) & IS_COMPANY) !== 0;
          tops[isCompany ? 0 : 1]?.add(row, score + (isOwn(row) ? OWN : 0));
        },
      );
      return tops.flatMap((top) => top.rows().map(namedAt));
    },
    peopleOf(companyId) {
      const company = table.ids.find(companyId);
      const people: NamedContact[] = [];
      const { staff } = table;
      for (
        let row = company < 0 ? -1 : staff.first(company);
        row >= 0;
        row = staff.next(row)
      )
        people.push(namedAt(row));
      return people;
    },
  };
}
