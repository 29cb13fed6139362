import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { fold } from "../../../shared/core/fold.ts";
import {
  CONTACT_COLUMNS,
  type ContactColumn,
} from "../../../shared/domain/contact-columns.ts";
import { NO_FILTER } from "../../../shared/domain/list-view.ts";
import type {
  ContactRow,
  Facet,
  ListFilter,
  ListQuery,
  PeoplePage,
  PeopleQuestion,
} from "../store.ts";
import { createCodeGroups } from "./code-groups.ts";
import type { WordIndex } from "./search/word-index.ts";
import { readQuestion } from "./search/question.ts";
import {
  IS_COMPANY,
  isTextColumn,
  type ContactTable,
} from "./contact-table.ts";
import { CONTACT_WEIGHTS, PHONE_WEIGHT } from "./contact-words.ts";
import type { Figures } from "./figures.ts";
import { keyedColumn } from "./keyed-columns.ts";
import { both, chosen, rowTest, type RowTest } from "./list-filter.ts";
import type { ListOrders } from "./list-orders.ts";

type Kind = ListQuery["kind"];
type KindCounts = Readonly<Record<Kind, number>>;

/** The answers of the contact list, from columns. */
export interface Listing {
  query(
    query: ListQuery,
    from: number,
    to: number,
  ): { readonly total: number; readonly rows: readonly ContactRow[] };
  counts(of: ListFilter): KindCounts;
  countOf(filter: ListFilter): number;
  ids(query: ListQuery): readonly string[];
  facets(of: ListFilter, column: ContactColumn): readonly Facet[];
  rows(ids: readonly string[]): readonly ContactRow[];
  rowAt(row: number): ContactRow;
  peopleOf(companyId: string): readonly ContactRow[];
  people(question: PeopleQuestion): PeoplePage;
  indexOf(query: ListQuery, id: string): number;
  /** Something has changed: what was answered before is no answer any more. */
  forget(): void;
}

/** Of a question that does not say what today is: no day is. */
const NEVER: CalendarDay = "0000-01-01";

interface Answer {
  readonly key: string;
  readonly rows: Uint32Array;
  /** In a tree: the places of people who stand under their company. */
  readonly indented: ReadonlySet<number>;
  /** In a tree: how many people a company has in the answer, by its row, and whose are not shown. */
  readonly staff: ReadonlyMap<number, readonly number[]>;
  readonly closed: ReadonlySet<number>;
}

export function createListing(
  table: ContactTable,
  index: WordIndex,
  orders: ListOrders,
  figures: Figures,
): Listing {
  const groups = createCodeGroups(table);
  let lastFound: { key: string; rows: Uint32Array } | null = null;
  let lastAnswer: Answer | null = null;

  function isKind(row: number, kind: Kind): boolean {
    if (kind === "all") return true;
    const company = ((table.flags[row] ?? 0) & IS_COMPANY) !== 0;
    if (kind === "companies") return company;
    if (company) return false;
    return (kind === "persons") === (table.companies[row] ?? -1) >= 0;
  }

  /** What a text finds, as marks by row; null = everything. */
  function textMarks(text: string): Uint8Array | null {
    const question = readQuestion(text);
    if (!question) return null;
    const marks = new Uint8Array(table.ids.size);
    index.search(
      {
        question,
        weights: CONTACT_WEIGHTS,
        phoneWeight: PHONE_WEIGHT,
        withTypos: false,
      },
      (row) => {
        marks[row] = 1;
      },
    );
    return marks;
  }
  function onlyMarks(ids: readonly string[]): Uint8Array {
    const marks = new Uint8Array(table.ids.size);
    for (const id of ids) {
      const row = table.ids.find(id);
      if (row >= 0) marks[row] = 1;
    }
    return marks;
  }

  function keyOf({ text, kind, today, filter, only }: ListFilter): string {
    return JSON.stringify([text, kind, today, filter, only]);
  }
  /** Rows by name, and what of them is found; null = all. */
  function candidates(
    { text, kind, today = NEVER, only, filter = NO_FILTER }: ListFilter,
    locale: string,
  ): { readonly rows: Uint32Array; readonly passes: RowTest | null } {
    const { rows, rest } = groups.narrow(orders.byName(locale), filter);
    const marks = [textMarks(text), only ? onlyMarks(only) : null];
    const tests = [
      kind === "all" ? null : (row: number) => isKind(row, kind),
      ...marks.map((one) => one && ((row: number) => one[row] === 1)),
      rest.all.length === 0 ? null : rowTest(table, figures, rest, today),
    ];
    const passes = tests
      .filter((test) => test !== null)
      .reduce<RowTest | null>(
        (one, other) => (one ? both(one, other) : other),
        null,
      );
    return { rows, passes };
  }
  /** By name. */
  function found(filter: ListFilter, locale: string): Uint32Array {
    const key = `${locale} ${keyOf(filter)}`;
    if (lastFound?.key === key) return lastFound.rows;
    const { rows, passes } = candidates(filter, locale);
    lastFound = { key, rows: passes ? chosen(rows, passes) : rows };
    return lastFound.rows;
  }
  function countOf(filter: ListFilter): number {
    const locale = orders.lastLocale;
    if (lastFound?.key === `${locale} ${keyOf(filter)}`)
      return lastFound.rows.length;
    const { rows, passes } = candidates(filter, locale);
    if (!passes) return rows.length;
    return rows.reduce((count, row) => (passes(row) ? count + 1 : count), 0);
  }

  function answer(query: ListQuery): Answer {
    const key = JSON.stringify(query);
    if (lastAnswer?.key === key) return lastAnswer;
    const { sort = [], locale, tree = false, collapsed = [], only } = query;
    const byName = found(query, locale);
    const sorted =
      only && sort.length === 0
        ? inOrderOf(only, byName)
        : orders.sorted(byName, sort, locale);
    lastAnswer = {
      key,
      ...(tree ? inTree(sorted, collapsed) : { rows: sorted, ...FLAT }),
    };
    return lastAnswer;
  }

  function inOrderOf(ids: readonly string[], rows: Uint32Array): Uint32Array {
    const found = new Set(rows);
    return Uint32Array.from(
      ids.map((id) => table.ids.find(id)).filter((row) => found.delete(row)),
    );
  }

  /**
   * People under their company, wherever that is among the rows; both in the order in which they came. The people of
   * collapsed companies are left out.
   */
  function inTree(
    rows: Uint32Array,
    collapsed: readonly string[],
  ): Omit<Answer, "key"> {
    const closed = new Set(collapsed.map((id) => table.ids.find(id)));
    const companies = new Set(rows.filter((row) => isKind(row, "companies")));
    const people = new Map<number, number[]>();
    const top: number[] = [];
    for (const row of rows) {
      const company = table.companies[row] ?? -1;
      if (companies.has(row) || !companies.has(company)) top.push(row);
      else if (people.has(company)) people.get(company)?.push(row);
      else people.set(company, [row]);
    }
    const placed = new Uint32Array(rows.length);
    const indented = new Set<number>();
    let at = 0;
    for (const row of top) {
      placed[at++] = row;
      if (closed.has(row)) continue;
      for (const person of people.get(row) ?? []) {
        indented.add(at);
        placed[at++] = person;
      }
    }
    return { rows: placed.subarray(0, at), indented, staff: people, closed };
  }

  function rowAt(row: number): ContactRow {
    return figures.addTo(table.rowAt(row), row);
  }
  function valuesOf(row: number, column: ContactColumn): readonly string[] {
    if (isTextColumn(column)) return [table.text(row, column)];
    const { keys, valueOf } = keyedColumn(table, figures, column);
    const value = valueOf(keys[row] ?? 0);
    if (typeof value === "object") return value.length > 0 ? value : [""];
    return [value === undefined ? "" : String(value)];
  }

  /** By name. */
  function staffOf(companyId: string): Uint32Array {
    const company = table.ids.find(companyId);
    if (company < 0) return new Uint32Array();
    return orders
      .byName(orders.lastLocale)
      .filter((row) => table.staffOf(row) === company);
  }

  return {
    query(query, from, to) {
      const { rows, indented, staff, closed } = answer(query);
      const page = Array.from(rows.subarray(from, to), (row, i): ContactRow => {
        const people = staff.get(row)?.length;
        const own = rowAt(row);
        if (!people && !indented.has(from + i)) return own;
        return {
          ...own,
          ...(indented.has(from + i) ? { indented: true } : {}),
          ...(people ? { people } : {}),
          ...(people && closed.has(row) ? { collapsed: true } : {}),
        };
      });
      return { total: rows.length, rows: page };
    },
    counts(of) {
      const counts = { all: 0, companies: 0, persons: 0, independent: 0 };
      for (const row of found(of, orders.lastLocale)) {
        counts.all += 1;
        if (isKind(row, "companies")) counts.companies += 1;
        else if (isKind(row, "persons")) counts.persons += 1;
        else counts.independent += 1;
      }
      return counts;
    },
    countOf,
    ids: (query) =>
      Array.from(answer(query).rows, (row) => table.ids.idAt(row)),
    facets(of, column) {
      const rows = found(of, orders.lastLocale);
      const counts = new Map<string, number>();
      if (isTextColumn(column) || CONTACT_COLUMNS[column] === "codes") {
        for (const row of rows)
          for (const value of valuesOf(row, column))
            counts.set(value, (counts.get(value) ?? 0) + 1);
      } else {
        const { keys, valueOf } = keyedColumn(table, figures, column);
        const byKey = new Map<number, number>();
        for (const row of rows) {
          const key = keys[row] ?? 0;
          byKey.set(key, (byKey.get(key) ?? 0) + 1);
        }
        for (const [key, count] of byKey) {
          const value = String(valueOf(key) ?? "");
          counts.set(value, (counts.get(value) ?? 0) + count);
        }
      }
      return [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    },
    rows: (ids) =>
      ids.flatMap((id) => {
        const row = table.ids.find(id);
        return row >= 0 && table.isHere(row) ? [rowAt(row)] : [];
      }),
    rowAt,
    peopleOf(companyId) {
      return Array.from(staffOf(companyId), rowAt);
    },
    people({ companyId, text, unblocked = false, from, to }) {
      const words = fold(text).split(" ").filter(Boolean);
      const staff = staffOf(companyId);
      const all = unblocked
        ? staff.filter((row) => !table.isBlocked(row))
        : staff;
      const found =
        words.length === 0
          ? all
          : all.filter((row) => {
              const [name, no] = [
                table.text(row, "name"),
                table.text(row, "no"),
              ];
              const own = fold(`${name} ${table.few.jobTitle.at(row)} ${no}`);
              return words.every((word) => own.includes(word));
            });
      return {
        total: found.length,
        rows: Array.from(found.subarray(from, to), rowAt),
      };
    },
    indexOf(query, id) {
      const row = table.ids.find(id);
      return row < 0 || !table.isHere(row)
        ? -1
        : answer(query).rows.indexOf(row);
    },
    forget() {
      groups.forget();
      lastFound = null;
      lastAnswer = null;
    },
  };
}

const FLAT: Pick<Answer, "indented" | "staff" | "closed"> = {
  indented: new Set(),
  staff: new Map(),
  closed: new Set(),
};
