import {
  addDays,
  daysBetween,
  isCalendarDay,
  weekOf,
  type CalendarDay,
} from "../../core/calendar.ts";

/** A week by ISO 8601: it belongs to the year that its Thursday lies in. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  readonly monday: CalendarDay;
  readonly sunday: CalendarDay;
}

export function isoWeek(day: CalendarDay): IsoWeek {
  const { monday, sunday } = weekOf(day);
  const thursday = addDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  const first = firstMonday(year);
  return { year, week: daysBetween(first, monday) / 7 + 1, monday, sunday };
}

/** `2026-W11`, as an address and a field of weeks have it. */
export function weekName({
  year,
  week,
}: Pick<IsoWeek, "year" | "week">): string {
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Null for a week that does not exist (2026 has 53, 2025 only 52). */
export function readWeekName(name: string): IsoWeek | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(name);
  if (!match) return null;
  const [year, week] = [Number(match[1]), Number(match[2])];
  if (week < 1 || !isCalendarDay(`${match[1]}-01-04`)) return null;
  const found = isoWeek(addDays(firstMonday(year), (week - 1) * 7));
  return found.year === year ? found : null;
}

/** The seven days, Monday first. */
export function daysOf(monday: CalendarDay): readonly CalendarDay[] {
  return [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));
}

/** Of the week with 4 January in it. */
function firstMonday(year: number): CalendarDay {
  return weekOf(`${String(year).padStart(4, "0")}-01-04`).monday;
}
