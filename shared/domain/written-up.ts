import {
  addDays,
  daysBetween,
  weekOf,
  type CalendarDay,
} from "../core/calendar.ts";
import type { Interaction } from "../entities/interaction.ts";
import { concerns, type PlannedTask } from "./due-tasks.ts";
import { countingInteractions } from "./statistics.ts";

/** What the week's look back needs of an interaction. */
export type RecordedInteraction = Pick<
  Interaction,
  | "id"
  | "contactId"
  | "companyId"
  | "date"
  | "group"
  | "salesperson"
  | "attemptFailed"
  | "canceled"
  | "postponed"
  | "amends"
  | "attendees"
>;

/** A contact about whom the week says nothing yet, and why one would expect it. */
export interface Unwritten {
  readonly contactId: string;
  /** A meeting that stands in this week. */
  readonly meeting: {
    readonly taskId: string;
    readonly date: CalendarDay;
  } | null;
  /** The usual interval between visits when it ends this week, in days. */
  readonly everyDays: number | null;
  /** The meeting's day, else the day on which the interval ends. */
  readonly expected: CalendarDay;
  /** The last visit that the look back has found. */
  readonly lastVisit: CalendarDay | null;
}

/** A contact with a visit cadence whose next visit is due. */
export interface DueVisit {
  readonly contactId: string;
  readonly due: CalendarDay;
  readonly everyDays: number;
}

export interface WeekFacts {
  /** By the end of the week. */
  readonly due?: Iterable<DueVisit>;
  readonly tasks: Iterable<PlannedTask>;
  /** At least those since `lookBackFrom(today)`. */
  readonly interactions: Iterable<RecordedInteraction>;
  /** Null = not there, or blocked for privacy: nothing may be logged (INT-13). */
  readonly contactOf: (
    id: string,
  ) => { readonly salesperson: string | undefined } | null;
  /** The work date. */
  readonly today: CalendarDay;
  /** Code of the person; null = everybody's. */
  readonly salesperson: string | null;
}

const LOOK_BACK_DAYS = 84;

/** The first day that the look back of a work date's week needs: twelve weeks before its Monday. */
export function lookBackFrom(today: CalendarDay): CalendarDay {
  return addDays(weekOf(today).monday, -LOOK_BACK_DAYS);
}

/** A conversation face to face that took place: not a call, a letter or an attempt (INT-7). */
export function isVisit(
  interaction: Pick<RecordedInteraction, "group" | "attemptFailed">,
): boolean {
  const { group, attemptFailed } = interaction;
  return (group ?? MEETING) === MEETING && attemptFailed !== true;
}

const MEETING = "MEETING";

/**
 * The ISO week of the work date (INT-17): how many visits are written up, and who is missing. Missing is a contact of the
 * salesperson with a meeting in that week, or visited on two or more days of the twelve weeks before at an average
 * interval that ends in that week, or whose visit cadence says that a visit is due by then, as long as nothing at all is
 * recorded with them in the week. An attempt that failed is recorded, too; what counts nowhere (STA-1) is not.
 */
export function weekLookBack(facts: WeekFacts): {
  readonly written: number;
  readonly missing: readonly Unwritten[];
} {
  const { contactOf, salesperson, today } = facts;
  const { monday, sunday } = weekOf(today);
  const from = lookBackFrom(today);
  const recent = [...facts.interactions].filter(
    ({ date }) => date >= from && date <= sunday,
  );
  const recorded = new Set<string>();
  const visitDays = new Map<string, Set<CalendarDay>>();
  let written = 0;
  for (const one of countingInteractions(recent)) {
    if (isVisit(one)) {
      const days = visitDays.get(one.contactId) ?? new Set();
      visitDays.set(one.contactId, days.add(one.date));
      if (one.date >= monday && concerns(one, salesperson)) written += 1;
    }
    if (one.date < monday) continue;
    for (const id of [one.contactId, one.companyId, ...(one.attendees ?? [])])
      if (id !== undefined) recorded.add(id);
  }

  const missing = new Map<string, Unwritten>();
  const isMissing = (id: string) => !recorded.has(id) && contactOf(id) !== null;
  for (const { contactId, due, everyDays } of facts.due ?? []) {
    if (!isMissing(contactId)) continue;
    if (!concerns(contactOf(contactId) ?? {}, salesperson)) continue;
    missing.set(contactId, {
      ...{ contactId, meeting: null, everyDays },
      // What is over is still to be made up for in this week.
      expected: due < monday ? monday : due,
      lastVisit: latest(visitDays.get(contactId) ?? new Set()),
    });
  }
  for (const [contactId, days] of visitDays) {
    if (missing.has(contactId)) continue;
    const every = intervalOf(days);
    const last = latest(days);
    if (every === null || last === null || !isMissing(contactId)) continue;
    const expected = addDays(last, every);
    if (expected < monday || expected > sunday) continue;
    if (!concerns(contactOf(contactId) ?? {}, salesperson)) continue;
    missing.set(contactId, {
      contactId,
      meeting: null,
      everyDays: every,
      expected,
      lastVisit: last,
    });
  }
  for (const { id, contactId, type, date, canceled, ...task } of facts.tasks) {
    if (contactId === undefined || type !== "meeting" || canceled === true)
      continue;
    if (date < monday || date > sunday || !isMissing(contactId)) continue;
    if (!concerns(task, salesperson)) continue;
    const known = missing.get(contactId);
    if (known?.meeting && isEarlier(known.meeting, { taskId: id, date }))
      continue;
    missing.set(contactId, {
      contactId,
      meeting: { taskId: id, date },
      everyDays: known?.everyDays ?? null,
      expected: date,
      lastVisit: latest(visitDays.get(contactId) ?? new Set()),
    });
  }
  return { written, missing: [...missing.values()].sort(byExpected) };
}

/** The average number of days from one visit to the next; null with fewer than two visit days. */
function intervalOf(days: ReadonlySet<CalendarDay>): number | null {
  const [first, ...rest] = [...days].sort();
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return null;
  return Math.round(daysBetween(first, last) / rest.length);
}

function latest(days: ReadonlySet<CalendarDay>): CalendarDay | null {
  return [...days].sort().at(-1) ?? null;
}

function isEarlier(
  a: NonNullable<Unwritten["meeting"]>,
  b: NonNullable<Unwritten["meeting"]>,
): boolean {
  return a.date < b.date || (a.date === b.date && a.taskId < b.taskId);
}

function byExpected(a: Unwritten, b: Unwritten): number {
  if (a.expected !== b.expected) return a.expected < b.expected ? -1 : 1;
  return a.contactId < b.contactId ? -1 : 1;
}
