import { writtenDay } from "../../shared/core/calendar.ts";

/** Days, times and amounts as people in Switzerland write them, whatever the language of the words. */

/** `2026-03-13` → `13.03.2026`. */
export function formatDay(day: string): string {
  return writtenDay(day);
}

/** `2026-03-13` → `13.03.` when it lies in the year of `today`, else with the year. */
export function formatShortDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4)
    ? formatDay(day).slice(0, 6)
    : formatDay(day);
}

/** `lun. 09.03.`, with the year when it is not that of `today`; the weekday in the person's language. */
export function formatWeekday(
  day: string,
  language: string,
  today: string,
): string {
  const weekday = weekdayOf(new Date(`${day}T00:00:00Z`).getUTCDay(), language);
  return `${weekday} ${formatShortDay(day, today)}`;
}

const weekdays = new Map<string, readonly string[]>();

/** Of each language the seven words are made once: every line of a timeline has one. */
function weekdayOf(day: number, language: string): string {
  const known = weekdays.get(language);
  if (known) return known[day] ?? "";
  const format = new Intl.DateTimeFormat(language, {
    weekday: "short",
    timeZone: "UTC",
  });
  // The first day of 2023 was a Sunday.
  const words = Array.from({ length: 7 }, (_, i) =>
    format.format(Date.UTC(2023, 0, 1 + i)),
  );
  weekdays.set(language, words);
  return words[day] ?? "";
}

/** Without a comma after the weekday, and the day before the month as everywhere else in the app. */
const LONG_DAY_LOCALES: Readonly<Record<string, string>> = {
  "fr-CH": "fr",
  "it-CH": "it",
  en: "en-GB",
};

/** `2026-03-13` → `Vendredi 13 mars 2026`, in the person's language. */
export function formatLongDay(day: string, language: string): string {
  const words = new Intl.DateTimeFormat(
    LONG_DAY_LOCALES[language] ?? language,
    {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    },
  ).format(new Date(`${day}T00:00:00Z`));
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

const months = new Map<string, Intl.DateTimeFormat>();

/** `2026-03` → `Mars 2026`, in the person's language. */
export function formatMonth(month: string, language: string): string {
  const format =
    months.get(language) ??
    new Intl.DateTimeFormat(language, {
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  months.set(language, format);
  const words = format.format(new Date(`${month}-01T00:00:00Z`));
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** Unix milliseconds → `14:03`, on the machine's clock. */
export function formatTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Unix milliseconds → `14:03` today, else `12.03. 14:03`. */
export function formatMoment(at: number, now: number): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay
    ? formatTime(at)
    : `${two(date.getDate())}.${two(date.getMonth() + 1)}. ${formatTime(at)}`;
}

const amounts = new Intl.NumberFormat("de-CH", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

const counts = new Intl.NumberFormat("de-CH");

/** Rappen → `46'500.00`. */
export function formatAmount(minor: number): string {
  return straight(amounts.format(minor / 100));
}

/** The company's own currency, in which everything of its own is counted. */
export const FRANCS = "CHF";

/** Rappen → `CHF 46'500.00`, never broken over two lines. */
export function formatFrancs(minor: number): string {
  return `${FRANCS}\u00a0${formatAmount(minor)}`;
}

/** The heading of a column of amounts: `Valeur (CHF)`. */
export function inFrancs(label: string): string {
  return `${label} (${FRANCS})`;
}

/** `12480` → `12'480`. */
export function formatCount(count: number): string {
  return straight(counts.format(count));
}

/** Bytes → `12 KB`, `4.2 MB`, in French `31 Go`; steps of 1000, as disks are sold. */
export function formatBytes(bytes: number, language: string): string {
  const unit = language.startsWith("fr") ? "o" : "B";
  if (bytes < 100) return `${bytes}\u00a0${unit}`;
  const steps = [language.startsWith("fr") ? "k" : "K", "M", "G", "T"];
  let value = bytes / 1000;
  while (value >= 1000 && steps.length > 1) {
    value /= 1000;
    steps.shift();
  }
  const figure = value < 10 ? value.toFixed(1) : formatCount(Math.round(value));
  return `${figure}\u00a0${steps[0]}${unit}`;
}

/** The figures people type and search have the typewriter's apostrophe. */
function straight(text: string): string {
  return text.replaceAll("’", "'");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
