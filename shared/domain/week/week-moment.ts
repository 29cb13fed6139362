import { addDays, type CalendarDay } from "../../core/calendar.ts";
import { cleanWord, inFull, weekdayNamed } from "../day-words.ts";
import { readMoment, timePhrase } from "../typed-moment.ts";
import type { Reading } from "../typed-visit.ts";
import { daysOf } from "./iso-week.ts";

/** The row's day and time; no time = empty. */
export interface RowMoment {
  readonly day: CalendarDay;
  readonly time: string;
}

/**
 * When a visit of a week was, as typed into its row: a weekday and a number are days of the week that is shown
 * (`lu 10h`, `Di`, `9`), a time alone stays on the row's day, `hier` and dates mean what they mean anywhere. Null =
 * cannot be read.
 */
export function readRowMoment(
  typed: string,
  row: RowMoment,
  monday: CalendarDay,
  reading: Reading,
): RowMoment | null {
  const text = typed.trim();
  if (text === "") return { day: row.day, time: "" };
  const [first = "", ...rest] = text.split(/\s+/);
  const day =
    weekdayIn(first, monday, reading) ?? numberedIn(first, rest, monday);
  if (day !== null) {
    if (rest.length === 0) return { day, time: row.time };
    const time = timeOf(rest.join(" "), true);
    if (time !== null) return { day, time };
  }
  const alone = timeOf(text, false);
  if (alone !== null) return { day: row.day, time: alone };
  const read = readMoment(text, reading.today, reading.language);
  return read && { day: read.date, time: read.time ?? row.time };
}

function weekdayIn(
  word: string,
  monday: CalendarDay,
  { language }: Reading,
): CalendarDay | null {
  const [full = word] = inFull([word], language, true);
  const named = weekdayNamed(cleanWord(full));
  return named < 0 ? null : addDays(monday, named);
}

/** A day that the week holds, by its number (`9`, `9.`, not in front of `Uhr`) or its date without a year. */
function numberedIn(
  word: string,
  rest: readonly string[],
  monday: CalendarDay,
): CalendarDay | null {
  const typed = /^(\d{1,2})(?:[./](\d{1,2})[./]?|\.)?$/.exec(word);
  if (!typed || /^(?:h|uhr|am|pm)$/i.test(rest[0] ?? "")) return null;
  const [, number, month] = typed;
  return (
    daysOf(monday).find(
      (day) =>
        Number(day.slice(8)) === Number(number) &&
        (month === undefined || Number(day.slice(5, 7)) === Number(month)),
    ) ?? null
  );
}

/** A time with the word before it, if there is one (`10h`, `à 10h`, `um 9`); a bare number only behind a day. */
function timeOf(text: string, bare: boolean): string | null {
  const words = text.split(/\s+/);
  const read = timePhrase(words, 0, bare);
  return read !== null && read.length === words.length ? read.time : null;
}

/** What stands in the field while it is being edited; read back it means the same. */
export function writtenMoment({ day, time }: RowMoment): string {
  const date = `${day.slice(8)}.${day.slice(5, 7)}.`;
  return time === "" ? date : `${date} ${time}`;
}
