import type { ContactValues } from "../../../shared/domain/contact-columns.ts";
import {
  nextVisit,
  starterCadences,
  type Cadences,
} from "../../../shared/domain/visit-cadence.ts";
import { withNumber } from "./columns/narrow.ts";
import { grown, type Numbers } from "./columns/numbers.ts";
import { dayOfNumber, numberOfDay } from "./columns/days.ts";
import { IS_COMPANY, type ContactTable } from "./contact-table.ts";
import {
  ATTEMPT_FAILED,
  CANCELED,
  IS_VISIT,
  POSTPONED,
  STARTED_BY_US,
} from "./interaction-table.ts";
import type { Work } from "./work.ts";
import type { WorkTable } from "./work-table.ts";

const DAYS = [
  "lastVisit",
  "lastAttempt",
  "nextTask",
  "lastPurchase",
  "visitDue",
] as const;
const SUMS = [
  "interactions",
  "minutes",
  "cost",
  "openOpportunities",
  "estimatedValue",
  "currentValue",
] as const;
const COLUMNS = [...DAYS, ...SUMS];
export type FigureColumn = (typeof COLUMNS)[number];

const ROWS_AT_ONCE = 2_000;

/**
 * The figures of contacts (STA-1, TSK-10), by row of the contact table. What may have changed is counted again when
 * somebody asks for that row or for all, from the few documents of that contact; a company's cover its people, as
 * `contactFigures` says.
 */
export interface Figures {
  /** Days as `numberOfDay`; 0 = none, as in rows beyond the end. */
  column(column: FigureColumn): Numbers;
  /** Counts for some milliseconds what would be counted at the next question about all; false = nothing is left. */
  countSome(): boolean;
  /** Puts a row's figures into what is told of it. */
  addTo<T extends ContactValues>(value: T, row: number): T;
  /** How often each class is visited has changed. */
  setCadences(cadences: Cadences): void;
  /** Something of or about this contact has changed. */
  changed(row: number): void;
}

export function createFigures(table: ContactTable, work: Work): Figures {
  const { interactions, tasks, opportunities, purchases } = work;
  const columns = Object.fromEntries(
    COLUMNS.map((name) => [name, new Uint8Array()]),
  ) as Record<FigureColumn, Numbers>;
  /** By row: 1 = the columns are right. */
  let fresh = new Uint8Array();
  /** Rows before it are fresh. */
  let firstStale = 0;
  let cadences = starterCadences;
  let lastMet = 0;
  const counted = Object.fromEntries(
    COLUMNS.map((name) => [name, 0]),
  ) as Record<FigureColumn, number>;
  const corrected = new Set<number>();

  /** Calls `visit` with each document that counts for a contact. */
  function each(
    documents: WorkTable,
    row: number,
    visit: (document: number) => void,
  ): void {
    const { byContact, byCompany, contacts, companies } = documents;
    const isCompany = ((table.flags[row] ?? 0) & IS_COMPANY) !== 0;
    const employer = table.companies[row] ?? -1;
    for (let one = byContact.first(row); one >= 0; one = byContact.next(one)) {
      const under = companies[one] ?? -1;
      // TYP-9: what was recorded under a former employer is that company's.
      if (isCompany || under < 0 || under === employer) visit(one);
    }
    if (!isCompany) return;
    for (let one = byCompany.first(row); one >= 0; one = byCompany.next(one))
      if (contacts[one] !== row) visit(one);
    const { staff } = table;
    for (let who = staff.first(row); who >= 0; who = staff.next(who)) {
      if (who === row) continue;
      for (let one = byContact.first(who); one >= 0; one = byContact.next(one))
        if ((companies[one] ?? -1) === -1) visit(one);
    }
  }
  function countInteraction(one: number): void {
    const marks = interactions.marks[one] ?? 0;
    if ((marks & (CANCELED | POSTPONED)) !== 0 || corrected.has(one)) return;
    const day = interactions.work.days[one] ?? 0;
    counted.interactions += 1;
    counted.minutes += interactions.minutes[one] ?? 0;
    counted.cost += interactions.costs[one] ?? 0;
    if ((marks & ATTEMPT_FAILED) === 0)
      counted.lastVisit = Math.max(counted.lastVisit, day);
    if ((marks & IS_VISIT) !== 0) lastMet = Math.max(lastMet, day);
    if ((marks & STARTED_BY_US) !== 0)
      counted.lastAttempt = Math.max(counted.lastAttempt, day);
  }
  function count(row: number): void {
    for (const name of COLUMNS) counted[name] = 0;
    lastMet = 0;
    corrected.clear();
    if (interactions.amends.size > 0)
      each(interactions.work, row, (one) => {
        const amended = interactions.amends.get(one) ?? one;
        if (
          amended !== one &&
          ((interactions.marks[one] ?? 0) & CANCELED) === 0
        )
          corrected.add(amended);
      });
    each(interactions.work, row, countInteraction);
    each(tasks, row, (one) => {
      const day = tasks.days[one] ?? 0;
      if (
        work.openTasks[one] === 1 &&
        (counted.nextTask === 0 || day < counted.nextTask)
      )
        counted.nextTask = day;
    });
    each(opportunities, row, (one) => {
      counted.openOpportunities += work.openOpportunities[one] ?? 0;
      counted.estimatedValue += work.estimated[one] ?? 0;
      counted.currentValue += work.current[one] ?? 0;
    });
    each(purchases, row, (one) => {
      counted.lastPurchase = Math.max(
        counted.lastPurchase,
        purchases.days[one] ?? 0,
      );
    });
    counted.visitDue = visitDue(row);
    for (const name of COLUMNS)
      columns[name] = withNumber(columns[name], row, counted[name]);
  }
  function visitDue(row: number): number {
    const formula = cadences.get(table.few.cadence.at(row));
    if (formula === undefined) return 0;
    const created = table.created[row] ?? 0;
    const due = nextVisit(
      formula,
      lastMet > 0 ? dayOfNumber(lastMet) : null,
      created > 0 ? new Date(created).toISOString().slice(0, 10) : null,
    );
    return due === null ? 0 : numberOfDay(due);
  }
  function grow(): void {
    fresh = grown(fresh, table.ids.size);
  }
  function update(row: number): void {
    if (fresh[row] === 1) return;
    fresh[row] = 1;
    count(row);
  }
  /** At most so many rows; those that are right cost next to nothing. */
  function updateAll(most: number): boolean {
    grow();
    const size = table.ids.size;
    for (let counts = 0; firstStale < size; firstStale++) {
      if (fresh[firstStale] === 1) continue;
      if (counts++ === most) return true;
      update(firstStale);
    }
    return false;
  }
  return {
    column(column) {
      updateAll(Infinity);
      return columns[column];
    },
    countSome: () => updateAll(ROWS_AT_ONCE),
    addTo(value, row) {
      grow();
      update(row);
      const values = value as Record<string, unknown>;
      for (const name of DAYS) {
        const day = columns[name][row] ?? 0;
        if (day > 0) values[name] = dayOfNumber(day);
      }
      for (const name of SUMS) {
        const sum = columns[name][row] ?? 0;
        if (sum !== 0) values[name] = sum;
      }
      return value;
    },
    setCadences(changed) {
      cadences = changed;
      fresh.fill(0);
      firstStale = 0;
    },
    changed(row) {
      if (row < 0) return;
      if (row < fresh.length) fresh[row] = 0;
      firstStale = Math.min(firstStale, row);
    },
  };
}

export function isFigureColumn(column: string): column is FigureColumn {
  return (COLUMNS as readonly string[]).includes(column);
}
