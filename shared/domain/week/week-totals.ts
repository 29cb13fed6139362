import type { CalendarDay } from "../../core/calendar.ts";
import type { Interaction } from "../../entities/interaction.ts";
import { totalsOf, type InteractionTotals } from "../statistics.ts";
import { daysOf } from "./iso-week.ts";

/** What a row of the week adds to its sums, saved or not. */
export interface WeekEntry {
  readonly day: CalendarDay;
  readonly contactId: string;
  readonly minutes: number;
  readonly costMinor: number;
  readonly followUp: boolean;
}

export interface WeekTotals extends InteractionTotals {
  readonly contacts: number;
  readonly followUps: number;
  /** Monday to Sunday. */
  readonly days: readonly {
    readonly day: CalendarDay;
    readonly visits: number;
    readonly contacts: number;
    readonly minutes: number;
  }[];
  /** Working days up to the work date of which nothing is told. */
  readonly emptyDays: readonly CalendarDay[];
}

const WORKING_DAYS = 5;

/** INT-17: visits, minutes and cost of a week, in all and by day. */
export function weekTotals(
  entries: readonly WeekEntry[],
  monday: CalendarDay,
  today: CalendarDay,
): WeekTotals {
  const within = entries.filter(({ day }) => daysOf(monday).indexOf(day) >= 0);
  const days = daysOf(monday).map((day) => {
    const own = within.filter((one) => one.day === day);
    return {
      day,
      visits: own.length,
      contacts: contactsIn(own),
      minutes: sum(own.map(({ minutes }) => minutes)),
    };
  });
  return {
    interactions: within.length,
    minutes: sum(within.map(({ minutes }) => minutes)),
    costMinor: sum(within.map(({ costMinor }) => costMinor)),
    contacts: contactsIn(within),
    followUps: within.filter(({ followUp }) => followUp).length,
    days,
    emptyDays: days
      .slice(0, WORKING_DAYS)
      .filter(({ day, visits }) => visits === 0 && day <= today)
      .map(({ day }) => day),
  };
}

/** A recorded one, as it counts (STA-1). */
export function recordedEntry(
  visit: Interaction,
  followUp: boolean,
): WeekEntry | null {
  const { interactions, minutes, costMinor } = totalsOf([visit]);
  if (interactions === 0) return null;
  const { date: day, contactId } = visit;
  return { day, contactId, minutes, costMinor, followUp };
}

function contactsIn(entries: readonly WeekEntry[]): number {
  return new Set(entries.map(({ contactId }) => contactId)).size;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
