import { numberOfDay } from "./columns/days.ts";
import { createIdTable, type IdTable } from "./columns/id-table.ts";
import { createLists, type Lists } from "./columns/lists.ts";
import { createNewest, type Newest } from "./columns/newest.ts";
import { grown, grownWith } from "./columns/numbers.ts";
import type { Packed } from "./columns/pack.ts";
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
  /** -1 = none. */
  readonly contacts: Int32Array;
  readonly companies: Int32Array;
  /** See `numberOfDay`; 0 = the document is not here. */
  readonly days: Int32Array;
  show(row: number, document: SlimDocument | null): void;
  pack(): Packed;
}

export function createWorkTable(contactIds: IdTable, from?: Packed): WorkTable {
  const part = (name: string) => from?.[name] as Packed | undefined;
  const ids = createIdTable(part("ids"));
  const newest = createNewest(part("newest"));
  const words = createWordIndex(true, part("words"));
  const byContact = createLists();
  const byCompany = createLists();
  const column = (name: string) =>
    (from?.[name] as Int32Array | undefined) ?? new Int32Array();
  let contacts = column("contacts");
  let companies = column("companies");
  let days = column("days");
  let count = 0;
  for (let row = 0; row < days.length; row++) {
    if (days[row] === 0) continue;
    count += 1;
    byContact.move(row, contacts[row] ?? -1);
    byCompany.move(row, companies[row] ?? -1);
  }

  function rowOf(contactId: string | undefined): number {
    return contactId === undefined ? -1 : contactIds.add(contactId);
  }
  function grow(size: number): void {
    contacts = grownWith(contacts, size, -1);
    companies = grownWith(companies, size, -1);
    days = grown(days, size);
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
      grow(Math.max(row + 1, ids.size));
      count += (document ? 1 : 0) - (days[row] === 0 ? 0 : 1);
      const contact = rowOf(document?.contactId);
      const company = rowOf(document?.companyId);
      contacts[row] = contact;
      companies[row] = company;
      days[row] = document ? Math.max(1, numberOfDay(document.date)) : 0;
      byContact.move(row, contact);
      byCompany.move(row, company);
      words.set(
        row,
        document && document.words !== ""
          ? { words: document.words, numbers: [] }
          : null,
      );
    },
    pack() {
      const rows = ids.size;
      grow(rows);
      return {
        ids: ids.pack(),
        newest: newest.pack(rows),
        words: words.pack(),
        contacts: contacts.slice(0, rows),
        companies: companies.slice(0, rows),
        days: days.slice(0, rows),
      };
    },
  };
}
