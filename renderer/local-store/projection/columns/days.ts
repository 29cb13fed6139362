import type { CalendarDay } from "../../../../shared/core/calendar.ts";

const MS_A_DAY = 86_400_000;
/** So that no day is 0, which means none: day 1 is 1 January of the year 1. */
const FIRST = Date.parse("0001-01-01T00:00:00Z") / MS_A_DAY - 1;

/** A calendar day as a number, 0 = none; later days are higher numbers. */
export function numberOfDay(day: CalendarDay | undefined): number {
  if (day === undefined || day === "") return 0;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? 0 : at / MS_A_DAY - FIRST;
}

export function dayOfNumber(day: number): CalendarDay {
  return new Date((day + FIRST) * MS_A_DAY).toISOString().slice(0, 10);
}
