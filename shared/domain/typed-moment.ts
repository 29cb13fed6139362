import type { CalendarDay } from "../core/calendar.ts";
import { cleanWord, inFull } from "./day-words.ts";
import { dayPhrase, numberedDay, type DayPhrase } from "./day-phrase.ts";

/** When something happened, as it was typed into one field. */
export interface TypedMoment {
  /** May lie after the work date: the rule refuses that (INT-17), not the reader. */
  readonly date: CalendarDay;
  /** `HH:MM`; null = no time was typed. */
  readonly time: string | null;
}

/** Words that say nothing between a day and a time. */
const BETWEEN = new Set(
  "le la lo am an den der il on the du um a - – , dal il".split(" "),
);
/** Behind these a bare number is an hour. */
const AT = new Set(
  "a vers um gegen ca ca. alle ore verso at around".split(" "),
);
const UNIT = /^(?:h|uhr|am|pm|a\.m\.|p\.m\.|o'clock)$/;
const NOON = new Set("midi mittag mittags mezzogiorno noon".split(" "));

/**
 * A day, a time or both as typed: `hier 14h`, `letzten Dienstag um 9`, `ieri`, `last tue 2pm`, `-1d`, `9.3. 14.30`,
 * `Di 17.11`, `14h`, `2` (the 2nd), `lu` (in the person's language). A time alone is of `today`, the work date. Null as long as the
 * text is no moment, half-typed text too, or as its weekday and its date do not agree.
 *
 * @param language BCP 47; decides what two letters mean (`di`: dimanche, Dienstag)
 */
export function readMoment(
  typed: string,
  today: CalendarDay,
  language: string,
): TypedMoment | null {
  const parts = typed.split(/\s+/).filter((word) => word !== "");
  if (parts.length === 0 || parts.length > 12) return null;
  const words = inFull(parts, language, true);
  let date: CalendarDay | null = null;
  let time: string | null = null;
  for (let at = 0; at < words.length;) {
    const day: DayPhrase | null =
      date === null ? dayPhrase(words, at, today, "back") : null;
    if (day !== null) {
      if (day.day === null) return null;
      date = day.day;
      at += day.length;
      continue;
    }
    const hour: ReturnType<typeof timePhrase> =
      time === null ? timePhrase(words, at, date !== null) : null;
    if (hour !== null) {
      time = hour.time;
      at += hour.length;
      continue;
    }
    const number: CalendarDay | null =
      date === null ? numberAlone(words[at] ?? "", today) : null;
    if (number !== null) {
      date = number;
    } else if (!BETWEEN.has(cleanWord(words[at] ?? ""))) {
      return null;
    }
    at += 1;
  }
  if (date === null && time === null) return null;
  return { date: date ?? today, time };
}

/** A day of the month alone. */
function numberAlone(word: string, today: CalendarDay): CalendarDay | null {
  const text = cleanWord(word);
  if (!/^\d{1,2}\.?$/.test(text)) return null;
  return numberedDay(Number.parseInt(text, 10), today, "back");
}

/**
 * The time that words say from `at` on, or null: `14h`, `14h30`, `14:30`, `14.30 Uhr`, `14 h 30`, `2 pm`, `à 9`, `midi`.
 *
 * @param bare a number alone counts as the hour
 */
export function timePhrase(
  words: readonly string[],
  at: number,
  bare: boolean,
): { readonly time: string; readonly length: number } | null {
  const lead = AT.has(cleanWord(words[at] ?? "")) ? 1 : 0;
  const [first = "", second = "", third = ""] = words
    .slice(at + lead)
    .map(cleanWord);
  if (NOON.has(first)) return { time: "12:00", length: lead + 1 };
  if (UNIT.test(second)) {
    const whole =
      /^\d\d$/.test(third) && readTime(`${first} ${second} ${third}`);
    if (whole) return { time: whole, length: lead + 3 };
    const short = readTime(`${first} ${second}`);
    if (short !== null) return { time: short, length: lead + 2 };
  }
  if (/^\d+$/.test(first) && !bare && lead === 0) return null;
  const time = readTime(first);
  return time === null ? null : { time, length: lead + 1 };
}

/** `14:30`, `14h30`, `14 h 30`, `1430`, `14.30 Uhr`, `2pm`, `9` → `HH:MM`; null when it is no time. */
export function readTime(typed: string): string | null {
  const match =
    /^(\d{1,2})(?:\s*(?:[:.]|h|uhr)?\s*(\d{2}))?\s*(h|uhr|o'clock|am|pm|a\.m\.|p\.m\.)?$/i.exec(
      cleanWord(typed.trim()),
    );
  if (!match) return null;
  const half = (match[3] ?? "").toLowerCase().replaceAll(".", "");
  const typedHour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const isHalf = half === "am" || half === "pm";
  if (isHalf && (typedHour < 1 || typedHour > 12)) return null;
  const hour = isHalf ? (typedHour % 12) + (half === "pm" ? 12 : 0) : typedHour;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
