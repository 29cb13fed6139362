import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import { filterTest } from "../../../shared/domain/contact-filter.ts";
import { contactOrder } from "../../../shared/domain/contact-order.ts";
import type { ContactRow, Facet, ListFilter, ListQuery } from "../store.ts";
import { asTree } from "./as-tree.ts";
import { facetsOf } from "./facets-of.ts";
import type { OwnRow, StoredRow } from "./messages.ts";
import { createRanking, type Ranking } from "./ranking.ts";
import { nameKey } from "../../../shared/vcard/name-key.ts";
import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import { createMatcher, searchText, type SearchText } from "./search-text.ts";
import type { KnownContact } from "./agenda.ts";
import type { SlimContact } from "./slim-contact.ts";
import { createVersions, type Shown } from "./versions.ts";

interface Entry extends KnownContact {
  readonly search: SearchText;
  readonly externalId: string;
}

type Kind = ListQuery["kind"];

/** All contacts as the list shows them, in memory: order, filter, search and counts. No clock, no I/O. */
export interface Projection {
  applyStored(rows: readonly StoredRow[]): void;
  /** Shown over what RxDB holds until RxDB's own version contains that entry. */
  applyOwn(rows: readonly OwnRow[]): void;
  query(
    query: ListQuery,
    from: number,
    to: number,
  ): { readonly total: number; readonly rows: readonly ContactRow[] };
  counts(of: ListFilter): Readonly<Record<Kind, number>>;
  countOf(filter: ListFilter): number;
  ids(query: ListQuery): readonly string[];
  facets(of: ListFilter, column: ContactColumn): readonly Facet[];
  rows(ids: readonly string[]): readonly ContactRow[];
  peopleOf(companyId: string): readonly ContactRow[];
  indexOf(query: ListQuery, id: string): number;
  /** Ids of the contacts that have one of these names or external ids. */
  known(lookups: Lookups): readonly string[];
  contactOf(id: string): KnownContact | null;
}

/** Of a question that does not say what today is: no day is. */
const NEVER = "0000-01-01";

const KINDS: Readonly<Record<Kind, (row: ContactRow) => boolean>> = {
  all: () => true,
  companies: (row) => row.type === "company",
  persons: (row) => row.type === "person" && row.companyId !== "",
  independent: (row) => row.type === "person" && row.companyId === "",
};

export function createProjection(): Projection {
  const shown = createVersions<Entry>();
  const rankings = new Map<string, Ranking<Entry>>();
  /** Made at the first import and then kept: folding 100,000 names takes a while. */
  const nameKeys = new WeakMap<Entry, string>();
  let lastLocale = "en";
  let lastAnswer: {
    readonly key: string;
    readonly rows: readonly ContactRow[];
  } | null = null;
  /** Every order that somebody has asked for follows. */
  function follow(changes: readonly Shown<Entry>[]): void {
    const gone = changes.flatMap(({ before }) => before ?? []);
    const come = changes.flatMap(({ after }) => after ?? []);
    for (const ranking of rankings.values()) ranking.update(gone, come);
    lastAnswer = null;
  }

  function keyOf(entry: Entry): string {
    const known = nameKeys.get(entry);
    if (known !== undefined) return known;
    const key = nameKey(entry.row.name);
    nameKeys.set(entry, key);
    return key;
  }

  function ranked(locale: string): readonly Entry[] {
    const ranking =
      rankings.get(locale) ?? createRanking(locale, [...shown.values()]);
    rankings.set(locale, ranking);
    lastLocale = locale;
    return ranking.entries;
  }

  /** In a language's order of names. */
  function found(
    { text, kind, filter, today = NEVER, only }: ListFilter,
    locale: string,
  ): readonly Entry[] {
    const matches = createMatcher(text);
    const passes = filter ? filterTest(filter, today) : null;
    const wanted = only ? new Set(only) : null;
    const all = ranked(locale);
    if (!matches && !passes && !wanted && kind === "all") return all;
    const isKind = KINDS[kind];
    return all.filter(
      ({ row, search }) =>
        isKind(row) &&
        (!wanted || wanted.has(row.id)) &&
        (!passes || passes(row)) &&
        (!matches || matches(search)),
    );
  }

  function matching(query: ListQuery): readonly ContactRow[] {
    const key = JSON.stringify(query);
    if (lastAnswer?.key === key) return lastAnswer.rows;
    const { sort = [], locale, tree = false } = query;
    const byName = found(query, locale).map(({ row }) => row);
    const sorted =
      sort.length === 0 ? byName : byName.toSorted(contactOrder(sort, locale));
    const rows = tree ? asTree(sorted) : sorted;
    lastAnswer = { key, rows };
    return rows;
  }

  return {
    applyStored: (rows) =>
      follow(
        shown.applyStored(
          rows.map(({ contact, ...row }) => ({
            ...row,
            value: contact && toEntry(contact),
          })),
        ),
      ),
    applyOwn: (rows) =>
      follow(
        shown.applyOwn(
          rows.map(({ contact, ...row }) => ({
            ...row,
            value: contact && toEntry(contact),
          })),
        ),
      ),
    query(query, from, to) {
      const all = matching(query);
      return { total: all.length, rows: all.slice(from, to) };
    },
    counts: (of) => count(found(of, lastLocale)),
    countOf: (filter) => found(filter, lastLocale).length,
    ids: (query) => matching(query).map(({ id }) => id),
    facets: (of, column) =>
      facetsOf(
        found(of, lastLocale).map(({ row }) => row),
        column,
      ),
    rows: (ids) => ids.flatMap((id) => shown.get(id)?.row ?? []),
    peopleOf: (companyId) =>
      ranked(lastLocale)
        .filter(
          ({ row }) => row.type === "person" && row.companyId === companyId,
        )
        .map(({ row }) => row),
    indexOf: (query, id) => matching(query).findIndex((row) => row.id === id),
    known({ names, externalIds }) {
      const wantedNames = new Set(names);
      const wantedIds = new Set(externalIds);
      const found: string[] = [];
      for (const [id, entry] of shown.entries())
        if (wantedIds.has(entry.externalId) || wantedNames.has(keyOf(entry)))
          found.push(id);
      return found;
    },
    contactOf: (id) => shown.get(id),
  };
}

function toEntry(contact: SlimContact): Entry {
  return {
    row: contact.row,
    blocked: contact.blocked,
    search: searchText(contact),
    externalId: contact.externalId,
  };
}

function count(entries: Iterable<Entry>): Readonly<Record<Kind, number>> {
  const counts = { all: 0, companies: 0, persons: 0, independent: 0 };
  for (const { row } of entries)
    for (const kind of Object.keys(KINDS) as Kind[])
      if (KINDS[kind](row)) counts[kind]++;
  return counts;
}
