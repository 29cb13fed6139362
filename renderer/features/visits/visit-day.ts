import {
  addDays,
  isCalendarDay,
  type CalendarDay,
} from "../../../shared/core/calendar.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";

/**
 * The day of something that has happened, as typed: `9.3.`, `lundi`, `hier`, `-2`. `parseDay` looks ahead, as tasks
 * want it; here a weekday is the last one, and a date without year lies in the year that brings it nearest to today.
 * Null when the text is no day. It may still be a future one: the rule refuses that, not this reader.
 */
export function readVisitDay(
  typed: string,
  today: CalendarDay,
): CalendarDay | null {
  const text = typed.trim();
  const ahead = parseDay(text, today);
  if (ahead === null || ahead <= today) return ahead;
  if (/^\d{1,2}[./]\d{1,2}[./]?$/.test(text)) return nearest(ahead, today);
  // "tomorrow" moves with the day it is said on; a weekday does not.
  const isWeekday = parseDay(text, addDays(today, -1)) !== addDays(ahead, -1);
  return /^\p{L}/u.test(text) && isWeekday ? addDays(ahead, -7) : ahead;
}

/** `ahead` or the last such date before `today`, whichever is nearer. */
function nearest(ahead: CalendarDay, today: CalendarDay): CalendarDay {
  const distance = (day: CalendarDay) =>
    Math.abs(Date.parse(day) - Date.parse(today));
  const past = Array.from({ length: 8 }, (_, back) => {
    const year = Number(today.slice(0, 4)) - back;
    return `${year}${ahead.slice(4)}`;
  }).find((day) => isCalendarDay(day) && day <= today);
  return past === undefined || distance(ahead) < distance(past) ? ahead : past;
}

/** `14:30`, `14h30`, `1430`, `14.30`, `9` → `HH:MM`; null when it is no time. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*(\d{2}))?\s*h?$/i.exec(typed.trim());
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
