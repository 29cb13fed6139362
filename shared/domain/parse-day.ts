import { addDays, isCalendarDay, type CalendarDay } from "../core/calendar.ts";
import { cleanWord, weekdayNamed } from "./day-words.ts";

/** Days from today, in the four languages of the interface. */
const RELATIVE: Readonly<Record<string, number>> = {
  "aujourd'hui": 0,
  heute: 0,
  oggi: 0,
  today: 0,
  demain: 1,
  morgen: 1,
  domani: 1,
  tomorrow: 1,
  "apres-demain": 2,
  ubermorgen: 2,
  dopodomani: 2,
  vorgestern: -2,
  "avant-hier": -2,
  avantieri: -2,
  "l'altroieri": -2,
  stamattina: 0,
  stamane: 0,
  stasera: 0,
  tonight: 0,
  hier: -1,
  gestern: -1,
  ieri: -1,
  yesterday: -1,
};

const UNITS: Readonly<Record<string, "day" | "week" | "month">> = {
  d: "day",
  j: "day",
  t: "day",
  g: "day",
  w: "week",
  s: "week",
  sem: "week",
  m: "month",
};

const OFFSET = /^([+-])(\d{1,3})([a-z]{1,3})?$/;
const DAY_MONTH = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?$/;

/**
 * One word as a calendar day, or null: `20.03.`, `20.3.2026`, `20/3/26`, `2026-03-20`, `+2w`, `+3d`, `-1d`, `+1m`,
 * weekdays and `demain`, `heute`, `domani`, `tomorrow` … in French, German, Italian and English, all seen from `today`.
 *
 * A day without a year is the next one that is not past; a weekday is the next one after today.
 */
export function parseDay(word: string, today: CalendarDay): CalendarDay | null {
  const text = cleanWord(word);
  const relative = Object.hasOwn(RELATIVE, text) ? RELATIVE[text] : undefined;
  if (relative !== undefined) return addDays(today, relative);
  return (
    parseWeekday(text, today) ??
    parseOffset(text, today) ??
    parseDate(text, today)
  );
}

function parseWeekday(text: string, today: CalendarDay): CalendarDay | null {
  const wanted = weekdayNamed(text);
  if (wanted < 0) return null;
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** 0 = Monday. */
export function weekdayOf(day: CalendarDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function parseOffset(text: string, today: CalendarDay): CalendarDay | null {
  const match = OFFSET.exec(text);
  const letters = match?.[3] ?? "d";
  const unit = Object.hasOwn(UNITS, letters) ? UNITS[letters] : undefined;
  if (!match || !unit) return null;
  const count = Number(match[2]) * (match[1] === "-" ? -1 : 1);
  if (unit === "month") return addMonths(today, count);
  return addDays(today, unit === "week" ? count * 7 : count);
}

/** The same day of another month, or that month's last: 31.01. and one month is 28.02. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const wanted = Number(day.slice(8));
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month, Math.min(wanted, last)));
  return date.toISOString().slice(0, 10);
}

function parseDate(text: string, today: CalendarDay): CalendarDay | null {
  if (isCalendarDay(text)) return text;
  const match = DAY_MONTH.exec(text);
  if (!match) return null;
  const [, day = "", month = "", typedYear] = match;
  const rest = `-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (typedYear !== undefined) {
    const full = typedYear.length === 2 ? `20${typedYear}` : typedYear;
    return isCalendarDay(full + rest) ? full + rest : null;
  }
  // Eight years hold every 29 February.
  for (let year = Number(today.slice(0, 4)), end = year + 8; year <= end;) {
    const date = `${year++}${rest}`;
    if (isCalendarDay(date) && date >= today) return date;
  }
  return null;
}
