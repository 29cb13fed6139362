import type { ContactTable } from "./contact-table.ts";
import { TYPOS_BELOW } from "./contact-search.ts";
import { dayOfNumber } from "./columns/days.ts";
import type { SearchQuestion } from "./search/question.ts";
import { createTop } from "./search/top.ts";
import type { WorkTable } from "./work-table.ts";

/** A document that a search has found; its texts are in the store. */
export interface WorkHit {
  readonly id: string;
  readonly contactId: string;
  readonly contactName: string;
  readonly date: string;
}

export interface WorkFound {
  readonly total: number;
  readonly hits: readonly WorkHit[];
}

/** Description before what was written below it. */
export const WORK_WEIGHTS = [2, 1, 1];

/** What a search finds among visits, tasks, opportunities or purchases: the best, of equally good ones the newest. */
export function searchWork(
  contacts: ContactTable,
  documents: WorkTable,
  question: SearchQuestion,
  limit: number,
): WorkFound {
  const { words, days, ids } = documents;
  const placeOf = (row: number) => -(days[row] ?? 0);
  const find = (withTypos: boolean) => {
    const top = createTop(limit, placeOf);
    words.search(
      { question, weights: WORK_WEIGHTS, phoneWeight: 0, withTypos },
      top.add,
    );
    return top;
  };
  let top = find(false);
  if (top.total < TYPOS_BELOW) top = find(true);
  const hits = top.rows().map((row) => {
    const contact = documents.contacts[row] ?? -1;
    return {
      id: ids.idAt(row),
      contactId: contact < 0 ? "" : contacts.ids.idAt(contact),
      contactName: contact < 0 ? "" : contacts.text(contact, "name"),
      date: dayOfNumber(days[row] ?? 0),
    };
  });
  return { total: top.total, hits };
}
