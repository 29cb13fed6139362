import { isCalendarDay, type CalendarDay } from "../core/calendar.ts";
import { fold } from "../core/fold.ts";
import type { Target } from "./targets.ts";

/** Which of two figures is the day. */
export type DayOrder = "day-first" | "month-first";

/** The first letters of the months that differ, in the four languages. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "gen"],
  ["feb", "fev"],
  ["mar", "mrz"],
  ["apr", "avr"],
  ["mai", "may", "mag"],
  ["jun", "juin", "giu"],
  ["jul", "juil", "lug"],
  ["aug", "aou", "ago"],
  ["sep", "set"],
  ["oct", "okt", "ott"],
  ["nov"],
  ["dec", "dez", "dic"],
];

/**
 * A day as tables have it: `17.03.2026`, `3/17/26`, `2026-03-17 14:30`, `20260317`, `17 mars 2026`, `Mar 17, 2026`, and
 * the day number of a spreadsheet. Null = none.
 */
export function readTableDay(
  text: string,
  order: DayOrder,
): CalendarDay | null {
  const plain = text.trim();
  const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[ T].*)?$/.exec(plain);
  if (iso && (iso[2] !== "" || plain.length >= 8))
    return dayOf(iso[1], iso[3], iso[4]);
  const figures =
    /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})(?:[ ,T].*)?$/.exec(plain);
  if (figures) {
    const [, a, b, year] = figures;
    return order === "day-first" ? dayOf(year, b, a) : dayOf(year, a, b);
  }
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain)?.[1];
  if (serial !== undefined) return dayOfSerial(Number(serial));
  return inWords(plain);
}

/** What days are read from. */
export const DAYS: ReadonlySet<Target> = new Set<Target>([
  "visit.date",
  "birthday",
]);

/** `0.0.00`: what Outlook writes for a day that nobody has said. */
export function isNoDay(target: Target, value: string): boolean {
  return DAYS.has(target) && /^0+([./-])0+\1(?:0+)$/.test(value);
}

/** Day 1 is 1 January 1900, which spreadsheets follow by a 29 February that never was. */
export function dayOfSerial(serial: number): CalendarDay | null {
  if (serial < 61 || serial > 109_574) return null;
  const day = new Date(
    Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000,
  );
  return day.toISOString().slice(0, 10);
}

function inWords(text: string): CalendarDay | null {
  const words = fold(text).match(/\p{L}+|\d+/gu) ?? [];
  const month = words.findIndex((word) => monthOf(word) > 0);
  if (month === -1 || words.length > 6) return null;
  const figures = words.filter((word) => /^\d+$/.test(word));
  const [a = "", b = ""] = figures;
  const isYearFirst = a.length === 4;
  return dayOf(
    isYearFirst ? a : b,
    String(monthOf(words[month] ?? "")),
    isYearFirst ? b : a,
  );
}

function monthOf(word: string): number {
  return (
    MONTHS.findIndex((names) => names.some((name) => word.startsWith(name))) + 1
  );
}

function dayOf(year = "", month = "", day = ""): CalendarDay | null {
  const full =
    year.length === 2 ? `${Number(year) > 69 ? "19" : "20"}${year}` : year;
  const text = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(text) ? text : null;
}

/** What the values of a column say of the order; null when they leave it open. */
export function guessDayOrder(values: readonly string[]): DayOrder | null {
  for (const value of values) {
    const found = /^(\d{1,2})([./-])(\d{1,2})[./-]/.exec(value.trim());
    if (!found) continue;
    if (Number(found[1]) > 12) return "day-first";
    if (Number(found[3]) > 12) return "month-first";
    // Nobody writes a month first with points.
    if (found[2] === ".") return "day-first";
  }
  return null;
}
