import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  isCalendarDay,
} from "../../shared/core/calendar.ts";
import { weekdayOf } from "../../shared/domain/parse-day.ts";
import { parseNextStep } from "../../shared/domain/parse-next-step.ts";
import { readDuration } from "../../shared/domain/typed-duration.ts";
import { readMoment } from "../../shared/domain/typed-moment.ts";
import { formatDay } from "../../renderer/ui/format.ts";

const LANGUAGES = ["fr-CH", "de-CH", "it-CH", "en"] as const;
const WEEKDAYS = {
  "fr-CH": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  "de-CH": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(
    " ",
  ),
  "it-CH": "lunedì martedì mercoledì giovedì venerdì sabato domenica".split(
    " ",
  ),
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
};
const LAST = {
  "fr-CH": (day: string) => `${day} dernier`,
  "de-CH": (day: string) => `letzten ${day}`,
  "it-CH": (day: string) => `${day} scorso`,
  en: (day: string) => `last ${day}`,
};
const AGO = {
  "fr-CH": (n: number) => `il y a ${n} jours`,
  "de-CH": (n: number) => `vor ${n} Tagen`,
  "it-CH": (n: number) => `${n} giorni fa`,
  en: (n: number) => `${n} days ago`,
};

const day = fc
  .integer({ min: 0, max: 12_000 })
  .map((n) => addDays("2015-01-01", n));
const language = fc.constantFrom(...LANGUAGES);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => ({
    hour: String(hour),
    minute: String(minute).padStart(2, "0"),
    written: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
  }));

it("a weekday looks back at most six days, the last one at most seven and never to the work date", () => {
  fc.assert(
    fc.property(
      day,
      language,
      fc.integer({ min: 0, max: 6 }),
      (today, tongue, at) => {
        const name = WEEKDAYS[tongue][at] ?? "";
        const bare = readMoment(name, today, tongue)?.date ?? "";
        const last = readMoment(LAST[tongue](name), today, tongue)?.date ?? "";
        expect([weekdayOf(bare), weekdayOf(last)]).toEqual([at, at]);
        expect(daysBetween(bare, today)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(bare, today)).toBeLessThanOrEqual(6);
        expect(daysBetween(last, today)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(last, today)).toBeLessThanOrEqual(7);
      },
    ),
  );
});

it("so many days ago are so many calendar days, and a written date is itself, with its time", () => {
  fc.assert(
    fc.property(
      day,
      language,
      fc.integer({ min: 0, max: 400 }),
      time,
      (today, tongue, n, at) => {
        const then = addDays(today, -n);
        expect(readMoment(AGO[tongue](n), today, tongue)?.date).toBe(then);
        for (const clock of [
          `${at.hour}h${at.minute}`,
          `${at.hour}:${at.minute}`,
          `${at.hour} h ${at.minute}`,
        ])
          expect(
            readMoment(`${formatDay(then)} ${clock}`, today, tongue),
          ).toEqual({ date: then, time: at.written });
      },
    ),
  );
});

const PIECES = [
  ..."hier gestern mardi letzten dernier il y a 3 jours à um 14 h 30 20.03. le 9 mars semaine next week - + , . : 14h 2pm ago fa".split(
    " ",
  ),
];

it("whatever stands in the field, half-typed or not: nothing, or a day that exists and a time that exists", () => {
  fc.assert(
    fc.property(
      day,
      language,
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 30 }),
        fc
          .array(fc.constantFrom(...PIECES), { maxLength: 8 })
          .map((words) => words.join(" ")),
      ),
      (today, tongue, text) => {
        const found = readMoment(text, today, tongue);
        if (found) {
          expect(isCalendarDay(found.date)).toBe(true);
          expect(found.time ?? "00:00").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        }
        const due = parseNextStep(text, today)?.date;
        if (due !== undefined) {
          expect(isCalendarDay(due)).toBe(true);
          expect(due >= today).toBe(true);
        }
        const minutes = readDuration(text);
        if (minutes !== null) expect(Number.isSafeInteger(minutes)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

it("a duration is the same minutes however it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_999 }), (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      const written = [
        `${minutes}`,
        `${minutes} min`,
        `${minutes}m`,
        `${hours}h${String(rest).padStart(2, "0")}`,
        `${hours}:${String(rest).padStart(2, "0")}`,
        `${hours} Std. ${rest} Min.`,
        `${hours} heures et ${rest} minutes`,
        `${hours} ore e ${rest} minuti`,
        `${hours} hours and ${rest} minutes`,
      ];
      expect(written.map(readDuration)).toEqual(written.map(() => minutes));
    }),
  );
});
