import { contactFigures } from "../../shared/domain/contact-figures.ts";
import type { ContactColumn } from "../../shared/domain/contact-columns.ts";
import { filterTest } from "../../shared/domain/contact-filter.ts";
import { contactOrder } from "../../shared/domain/contact-order.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Interaction } from "../../shared/entities/interaction.ts";
import type { Opportunity } from "../../shared/entities/opportunity.ts";
import type { Purchase } from "../../shared/entities/purchase.ts";
import type { Task } from "../../shared/entities/task.ts";
import { TYPOS_BELOW } from "../../renderer/local-store/projection/contact-search.ts";
import {
  CONTACT_WEIGHTS,
  PHONE_WEIGHT,
  searchedContact,
} from "../../renderer/local-store/projection/contact-words.ts";
import {
  readQuestion,
  scoreOf,
} from "../../renderer/local-store/projection/search/question.ts";
import {
  slimContact,
  type SlimContact,
} from "../../renderer/local-store/projection/slim-contact.ts";
import {
  slimWork,
  type WorkName,
} from "../../renderer/local-store/projection/slim-work.ts";
import { WORK_WEIGHTS } from "../../renderer/local-store/projection/work-search.ts";
import type {
  ContactRow,
  ListFilter,
  ListQuery,
} from "../../renderer/local-store/store.ts";

type Row = Readonly<Record<string, unknown>>;

/** What a store holds, by collection and id. */
export interface Documents {
  readonly contacts: ReadonlyMap<string, Row>;
  readonly interactions: ReadonlyMap<string, Row>;
  readonly tasks: ReadonlyMap<string, Row>;
  readonly opportunities: ReadonlyMap<string, Row>;
  readonly purchases: ReadonlyMap<string, Row>;
}

/** Every answer of the contact list and the search, worked out afresh from all documents: the slow obvious way. */
export function slowList(documents: Documents) {
  const contacts = [...documents.contacts.values()];
  const all = <T>(c: keyof Documents) =>
    [...documents[c].values()] as unknown as readonly T[];
  const slim = new Map(
    contacts.map((v) => [String(v["id"]), slimContact(v)] as const),
  );

  function rowOf(contact: SlimContact): ContactRow {
    const v = documents.contacts.get(contact.row.id) as unknown as Contact;
    const people = all<Contact>("contacts").filter(
      ({ type, companyId }) => type === "person" && companyId === v.id,
    );
    const figures = contactFigures(v, {
      interactions: all<Interaction>("interactions"),
      tasks: all<Task>("tasks"),
      opportunities: all<Opportunity>("opportunities"),
      purchases: all<Purchase>("purchases"),
      people,
    });
    return { ...contact.row, ...figures };
  }
  function isKind({ type, companyId }: ContactRow, kind: ListQuery["kind"]) {
    if (kind === "all") return true;
    if (kind === "companies") return type === "company";
    return type === "person" && (companyId !== "") === (kind === "persons");
  }
  function found(filter: ListFilter): readonly ContactRow[] {
    const { text, kind, only, today = "0000-01-01" } = filter;
    const question = readQuestion(text);
    const passes = filterTest(filter.filter ?? { all: [] }, today);
    return [...slim.values()]
      .filter((contact) => !question || scored(contact, question, false) > 0)
      .map(rowOf)
      .filter(
        (row) =>
          isKind(row, kind) &&
          passes(row) &&
          (only ?? [row.id]).includes(row.id),
      );
  }
  function scored(
    contact: SlimContact,
    question: NonNullable<ReturnType<typeof readQuestion>>,
    withTypos: boolean,
  ): number {
    return scoreOf(
      ...([question, searchedContact(contact), CONTACT_WEIGHTS] as const),
      ...([PHONE_WEIGHT, withTypos] as const),
    );
  }

  return {
    rowOf: (id: string) => {
      const contact = slim.get(id);
      return contact ? rowOf(contact) : null;
    },
    list(query: ListQuery): readonly string[] {
      const { sort = [], locale, tree = false } = query;
      const rows = found(query).toSorted(contactOrder(sort, locale));
      if (!tree) return rows.map(({ id }) => id);
      const companies = rows.filter(({ type }) => type === "company");
      const under = (company: ContactRow) =>
        rows.filter(
          ({ type, companyId }) =>
            type === "person" && companyId === company.id,
        );
      const placed = new Set(companies.flatMap((one) => under(one)));
      return rows
        .filter((row) => !placed.has(row))
        .flatMap((row) =>
          row.type === "company" ? [row, ...under(row)] : [row],
        )
        .map(({ id }) => id);
    },
    facets(filter: ListFilter, column: ContactColumn) {
      const counts = new Map<string, number>();
      for (const row of found(filter)) {
        const value = row[column];
        const values =
          typeof value === "object" ? value : [String(value ?? "")];
        for (const one of values.length > 0 ? values : [""])
          counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      return counts;
    },
    /** Ids of companies and of persons, best first. */
    search(text: string, locale: string) {
      const question = readQuestion(text);
      if (!question) return { companies: [], persons: [] };
      const answers = (withTypos: boolean) =>
        [...slim.values()]
          .map((contact) => ({
            row: contact.row,
            score: scored(contact, question, withTypos),
          }))
          .filter(({ score }) => score > 0);
      let hits = answers(false);
      if (hits.length < TYPOS_BELOW) hits = answers(true);
      const byName = contactOrder<ContactRow>([], locale);
      hits.sort((a, b) => b.score - a.score || byName(a.row, b.row));
      const ids = (type: string) =>
        hits.filter(({ row }) => row.type === type).map(({ row }) => row.id);
      return { companies: ids("company"), persons: ids("person") };
    },
    /** Ids, scores and days of documents, best and then newest first. */
    searchWork(c: WorkName, text: string) {
      const question = readQuestion(text);
      if (!question) return [];
      const answers = (withTypos: boolean) =>
        all<Row>(c)
          .map((v) => {
            const { words, date } = slimWork[c](v);
            const searched = { words, numbers: [] };
            const score = scoreOf(
              ...([question, searched, WORK_WEIGHTS, 0, withTypos] as const),
            );
            return { id: String(v["id"]), score, date };
          })
          .filter(({ score }) => score > 0);
      let hits = answers(false);
      if (hits.length < TYPOS_BELOW) hits = answers(true);
      return hits.sort(
        (a, b) => b.score - a.score || (a.date < b.date ? 1 : -1),
      );
    },
  };
}
