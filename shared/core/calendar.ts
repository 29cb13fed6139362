/** A calendar day as people write it in a diary, `YYYY-MM-DD`, with no time zone. */
export type CalendarDay = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True only for days that exist (no 2026-02-30). */
export function isCalendarDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
  );
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/** Whole days from one day to a later one; negative to an earlier one. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) /
      86_400_000,
  );
}

/** Monday and Sunday of the ISO week that a day lies in. */
export function weekOf(day: CalendarDay): {
  readonly monday: CalendarDay;
  readonly sunday: CalendarDay;
} {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const monday = addDays(day, -((weekday + 6) % 7));
  return { monday, sunday: addDays(monday, 6) };
}

/** The local day of an instant, on the machine's own calendar. */
export function localDay(date: Date): CalendarDay {
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** `HH:MM` now, rounded up to the minute (INT-3), but never into the next day: `23:59`. */
export function localTime(date: Date): string {
  const next = new Date(Math.ceil(date.getTime() / 60_000) * 60_000);
  const up = localDay(next) === localDay(date) ? next : date;
  return `${String(up.getHours()).padStart(2, "0")}:${String(up.getMinutes()).padStart(2, "0")}`;
}

/** `2026-03-13` → `13.03.2026`, as people in Switzerland write it. */
export function writtenDay(day: CalendarDay): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}.${month}.${year}`;
}
