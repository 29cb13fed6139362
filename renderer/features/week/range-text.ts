import type { IsoWeek } from "../../../shared/domain/week/iso-week.ts";

const LOCALES: Readonly<Record<string, string>> = {
  "fr-CH": "fr",
  "it-CH": "it",
  en: "en-GB",
};

/** `9–15 mars 2026`. */
export function rangeText(
  { monday, sunday }: Pick<IsoWeek, "monday" | "sunday">,
  language: string,
): string {
  return new Intl.DateTimeFormat(LOCALES[language] ?? language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(
    new Date(`${monday}T00:00:00Z`),
    new Date(`${sunday}T00:00:00Z`),
  );
}
