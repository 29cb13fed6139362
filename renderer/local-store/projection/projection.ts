import type { ContactRow, ListQuery } from "../store.ts";
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
  counts(text?: string): Readonly<Record<Kind, number>>;
  peopleOf(companyId: string): readonly ContactRow[];
  indexOf(query: ListQuery, id: string): number;
  /** Ids of the contacts that have one of these names or external ids. */
  known(lookups: Lookups): readonly string[];
  contactOf(id: string): KnownContact | null;
}

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
    readonly entries: readonly Entry[];
  } | null = null;
  let lastCounts: {
    readonly text: string;
    readonly counts: Readonly<Record<Kind, number>>;
  } | null = null;

  /** Every order that somebody has asked for follows. */
  function follow(changes: readonly Shown<Entry>[]): void {
    const gone = changes.flatMap(({ before }) => before ?? []);
    const come = changes.flatMap(({ after }) => after ?? []);
    for (const ranking of rankings.values()) ranking.update(gone, come);
    lastAnswer = null;
    lastCounts = null;
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

  function matching(query: ListQuery): readonly Entry[] {
    const key = JSON.stringify([query.locale, query.kind, query.text]);
    if (lastAnswer?.key === key) return lastAnswer.entries;
    const matches = createMatcher(query.text);
    const isKind = KINDS[query.kind];
    const all = ranked(query.locale);
    const entries =
      matches === null && query.kind === "all"
        ? all
        : all.filter(
            ({ row, search }) => isKind(row) && (!matches || matches(search)),
          );
    lastAnswer = { key, entries };
    return entries;
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
      const entries = matching(query);
      const rows = entries.slice(from, to).map(({ row }) => row);
      return { total: entries.length, rows };
    },
    counts(text = "") {
      if (lastCounts?.text !== text) {
        const matches = createMatcher(text);
        const all = [...shown.values()];
        const found = matches ? all.filter((one) => matches(one.search)) : all;
        lastCounts = { text, counts: count(found) };
      }
      return lastCounts.counts;
    },
    peopleOf: (companyId) =>
      ranked(lastLocale)
        .filter(
          ({ row }) => row.type === "person" && row.companyId === companyId,
        )
        .map(({ row }) => row),
    indexOf: (query, id) =>
      matching(query).findIndex(({ row }) => row.id === id),
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
