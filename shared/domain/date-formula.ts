import type { CalendarDay } from "../core/calendar.ts";
import { addDays, weekOf } from "../core/calendar.ts";

/**
 * TSK-6: a day from a day. Signed terms, one after the other: `2W+1D`, `-1M`, `CM` (end of the current month; `-CM` its
 * first day), `WD3` (the next Wednesday, `-WD3` the last one), `D15` (the next 15th). A day that the month does not
 * have is its last one: `1M` from 31.03. is 30.04. Null when it is no formula.
 */
export function applyDateFormula(
  formula: string,
  day: CalendarDay,
): CalendarDay | null {
  const text = formula.replaceAll(/\s/g, "").toUpperCase();
  if (!/^[+-]?[A-Z\d]+(?:[+-][A-Z\d]+)*$/.test(text)) return null;
  let at: CalendarDay | null = day;
  for (const [, sign, term = ""] of text.matchAll(/([+-]?)([A-Z\d]+)/g)) {
    if (at === null) return null;
    at = applyTerm(term, sign === "-" ? -1 : 1, at);
  }
  return at;
}

export function isDateFormula(formula: string): boolean {
  return applyDateFormula(formula, "2000-01-01") !== null;
}

const UNITS: Readonly<
  Record<string, (day: CalendarDay, n: number) => CalendarDay>
> = {
  D: addDays,
  W: (day, n) => addDays(day, 7 * n),
  M: addMonths,
  Q: (day, n) => addMonths(day, 3 * n),
  Y: (day, n) => addMonths(day, 12 * n),
};

function applyTerm(
  term: string,
  sign: 1 | -1,
  day: CalendarDay,
): CalendarDay | null {
  const counted = /^(\d{1,4})([DWMQY])$/.exec(term);
  if (counted)
    return UNITS[counted[2] ?? ""]?.(day, sign * Number(counted[1])) ?? null;
  const current = /^C([DWMQY])$/.exec(term)?.[1];
  if (current) return edgeOf(current, sign, day);
  const weekday = /^WD([1-7])$/.exec(term)?.[1];
  if (weekday) return toWeekday(Number(weekday), sign, day);
  const date = /^D(\d{1,2})$/.exec(term)?.[1];
  if (date) return toDate(Number(date), sign, day);
  return null;
}

/** Last day of the period that a day lies in, or its first. */
function edgeOf(unit: string, sign: 1 | -1, day: CalendarDay): CalendarDay {
  if (unit === "D") return day;
  if (unit === "W") return sign === 1 ? weekOf(day).sunday : weekOf(day).monday;
  const month = Number(day.slice(5, 7));
  const length = unit === "M" ? 1 : unit === "Q" ? 3 : 12;
  const first = addMonths(`${day.slice(0, 7)}-01`, -((month - 1) % length));
  return sign === 1 ? addDays(addMonths(first, length), -1) : first;
}

function toWeekday(n: number, sign: 1 | -1, day: CalendarDay): CalendarDay {
  const at = addDays(weekOf(day).monday, n - 1);
  if (sign === 1) return at > day ? at : addDays(at, 7);
  return at < day ? at : addDays(at, -7);
}

function toDate(n: number, sign: 1 | -1, day: CalendarDay): CalendarDay | null {
  if (n < 1 || n > 31) return null;
  const first = `${day.slice(0, 7)}-01`;
  const here = inMonth(first, n);
  if (sign === 1) return here > day ? here : inMonth(addMonths(first, 1), n);
  return here < day ? here : inMonth(addMonths(first, -1), n);
}

function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const all = year * 12 + (month - 1) + months;
  const y = String(Math.floor(all / 12)).padStart(4, "0");
  const m = String((all % 12) + 1).padStart(2, "0");
  return inMonth(`${y}-${m}-01`, date);
}

/** The day of that number, or the month's last. */
function inMonth(first: CalendarDay, date: number): CalendarDay {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${first.slice(0, 8)}${String(Math.min(date, days)).padStart(2, "0")}`;
}
