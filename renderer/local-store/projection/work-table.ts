import { numberOfDay } from "./columns/days.ts";
import { createIdTable, type IdTable } from "./columns/id-table.ts";
import { createLists, type Lists } from "./columns/lists.ts";
import { createNewest, type Newest } from "./columns/newest.ts";
import { narrowed, withNumber } from "./columns/narrow.ts";
import type { Numbers } from "./columns/numbers.ts";
import { partOf, type Packed } from "./columns/pack.ts";
import { createWordIndex, type WordIndex } from "./search/word-index.ts";
import type { SlimDocument } from "./slim-work.ts";

/** Documents of one collection about contacts: who, when, and their words. Contacts are rows of the contact table. */
export interface WorkTable {
  readonly ids: IdTable;
  readonly newest: Newest;
  readonly words: WordIndex;
  readonly byContact: Lists;
  readonly byCompany: Lists;
  readonly count: number;
  /** -1 = none, as in rows beyond the end. */
  readonly contacts: Numbers;
  readonly companies: Numbers;
  /** See `numberOfDay`; 0 = the document is not here, nor are those beyond the end. */
  readonly days: Numbers;
  show(row: number, document: SlimDocument | null): void;
  pack(): Packed;
}

export function createWorkTable(contactIds: IdTable, from?: Packed): WorkTable {
  const ids = createIdTable(partOf(from, "ids"));
  const newest = createNewest(partOf(from, "newest"));
  const words = createWordIndex(true, partOf(from, "words"));
  let contacts = partOf<Numbers>(from, "contacts") ?? new Uint8Array();
  let companies = partOf<Numbers>(from, "companies") ?? new Uint8Array();
  let days = partOf<Numbers>(from, "days") ?? new Uint8Array();
  const byContact = createLists(contacts.length);
  const byCompany = createLists(companies.length);
  let count = 0;
  for (let row = 0; row < days.length; row++) {
    if (days[row] === 0) continue;
    count += 1;
    byContact.move(row, -1, contacts[row] ?? -1);
    byCompany.move(row, -1, companies[row] ?? -1);
  }

  function rowOf(contactId: string | undefined): number {
    return contactId === undefined ? -1 : contactIds.add(contactId);
  }
  return {
    ids,
    newest,
    words,
    byContact,
    byCompany,
    get count() {
      return count;
    },
    get contacts() {
      return contacts;
    },
    get companies() {
      return companies;
    },
    get days() {
      return days;
    },
    show(row, document) {
      count += (document ? 1 : 0) - ((days[row] ?? 0) === 0 ? 0 : 1);
      const contact = rowOf(document?.contactId);
      const company = rowOf(document?.companyId);
      byContact.move(row, contacts[row] ?? -1, contact);
      byCompany.move(row, companies[row] ?? -1, company);
      contacts = withNumber(contacts, row, contact, -1);
      companies = withNumber(companies, row, company, -1);
      const day = document ? Math.max(1, numberOfDay(document.date)) : 0;
      days = withNumber(days, row, day);
      words.set(
        row,
        document && document.words !== ""
          ? { words: document.words, numbers: [] }
          : null,
      );
    },
    pack() {
      const rows = ids.size;
      return {
        ids: ids.pack(),
        newest: newest.pack(rows),
        words: words.pack(),
        contacts: narrowed(contacts, rows, -1),
        companies: narrowed(companies, rows, -1),
        days: narrowed(days, rows),
      };
    },
  };
}
