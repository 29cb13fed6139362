import { expect, it, test } from "vitest";
import {
  readMoment,
  readTime,
} from "../../../../shared/domain/typed-moment.ts";

/** A Friday. */
const TODAY = "2026-03-13";
const moment = (typed: string, language = "fr-CH", today = TODAY) => {
  const found = readMoment(typed, today, language);
  return found && [found.date, found.time];
};

it.each([
  ["9.3.", "2026-03-09"],
  ["13.03.", "2026-03-13"],
  ["20.12.", "2025-12-20"],
  ["13.03.2026", "2026-03-13"],
  ["9.3.26", "2026-03-09"],
  ["2026-03-10", "2026-03-10"],
  ["-2", "2026-03-11"],
  ["-1d", "2026-03-12"],
  ["hier", "2026-03-12"],
  ["gestern", "2026-03-12"],
  ["ieri", "2026-03-12"],
  ["avant-hier", "2026-03-11"],
  ["avant hier", "2026-03-11"],
  ["vorgestern", "2026-03-11"],
  ["l’altro ieri", "2026-03-11"],
  ["the day before yesterday", "2026-03-11"],
  ["lundi", "2026-03-09"],
  ["vendredi", "2026-03-13"],
  ["tue", "2026-03-10"],
  ["last tue", "2026-03-10"],
  ["last friday", "2026-03-06"],
  ["letzten Dienstag", "2026-03-10"],
  ["letzten Freitag", "2026-03-06"],
  ["vendredi passé", "2026-03-06"],
  ["mardi dernier", "2026-03-10"],
  ["martedì scorso", "2026-03-10"],
  ["lo scorso martedì", "2026-03-10"],
  ["scorso martedì", "2026-03-10"],
  ["mardi de la semaine dernière", "2026-03-03"],
  ["Dienstag letzter Woche", "2026-03-03"],
  ["letzte Woche Dienstag", "2026-03-03"],
  ["martedì della settimana scorsa", "2026-03-03"],
  ["Tuesday last week", "2026-03-03"],
  ["il y a 3 jours", "2026-03-10"],
  ["vor drei Tagen", "2026-03-10"],
  ["tre giorni fa", "2026-03-10"],
  ["3 days ago", "2026-03-10"],
  ["il y a une semaine", "2026-03-06"],
  ["vor einem Monat", "2026-02-13"],
  ["9 mars", "2026-03-09"],
  ["le 9 mars", "2026-03-09"],
  ["9. März 2025", "2025-03-09"],
  ["il 9 marzo", "2026-03-09"],
  ["March 9th", "2026-03-09"],
  ["1er mars", "2026-03-01"],
  ["20 décembre", "2025-12-20"],
  ["hier matin", "2026-03-12"],
  ["gestern Abend", "2026-03-12"],
  ["Dienstag am Nachmittag", "2026-03-10"],
  ["ce matin", "2026-03-13"],
  ["this morning", "2026-03-13"],
  ["2", "2026-03-02"],
  ["20", "2026-02-20"],
  ["31", "2026-01-31"],
  ["lu", "2026-03-09"],
  ["mard", "2026-03-10"],
  ["mercr", "2026-03-11"],
])("%s is the day of a visit in the past", (typed, day) => {
  expect(moment(typed)).toEqual([day, null]);
});

it.each([
  ["hier 14h", ["2026-03-12", "14:00"]],
  ["hier à 14h30", ["2026-03-12", "14:30"]],
  ["14h hier", ["2026-03-12", "14:00"]],
  ["gestern um 9", ["2026-03-12", "09:00"]],
  ["letzten Dienstag 14.30 Uhr", ["2026-03-10", "14:30"]],
  ["ieri alle 16", ["2026-03-12", "16:00"]],
  ["last tue 2pm", ["2026-03-10", "14:00"]],
  ["mon 2:30 pm", ["2026-03-09", "14:30"]],
  ["9.3. 10.12", ["2026-03-09", "10:12"]],
  ["lundi midi", ["2026-03-09", "12:00"]],
  ["2 14h", ["2026-03-02", "14:00"]],
  ["14h", ["2026-03-13", "14:00"]],
  ["14:30", ["2026-03-13", "14:30"]],
  ["Montag, 8 Uhr", ["2026-03-09", "08:00"]],
])("%s has a day and a time", (typed, found) => {
  expect(moment(typed)).toEqual(found);
});

it.each([
  ["di", "fr-CH", "2026-03-08"],
  ["di", "de-CH", "2026-03-10"],
  ["do", "de-CH", "2026-03-12"],
  ["do", "it-CH", "2026-03-08"],
  ["th", "en", "2026-03-12"],
])("%s in %s is a weekday of that language", (typed, language, day) => {
  expect(moment(typed, language)).toEqual([day, null]);
});

it.each([
  ["16.03.", "2026-03-16"],
  ["16.03.2026", "2026-03-16"],
  ["demain", "2026-03-14"],
  ["+3", "2026-03-16"],
  ["nächsten Montag", "2026-03-16"],
])("INT-17: %s stays in the future, for the rule to refuse", (typed, day) => {
  expect(moment(typed)).toEqual([day, null]);
});

it.each(["", "offre", "32.01.", "30.02.2026", "hier chez", "lundi 25h", "m"])(
  "%j is no moment",
  (typed) => {
    expect(moment(typed)).toBeNull();
  },
);

/** A Sunday. */
const SUNDAY = "2026-11-29";

it.each([
  ["Di 17.11", "de-CH", ["2026-11-17", null]],
  ["Di. 17.11.", "de-CH", ["2026-11-17", null]],
  ["mardi 17.11", "fr-CH", ["2026-11-17", null]],
  ["Tue 17.11", "en", ["2026-11-17", null]],
  ["mardi 17", "fr-CH", ["2026-11-17", null]],
  ["mar. 17", "fr-CH", ["2026-11-17", null]],
  ["mar 17", "fr-CH", ["2026-11-17", null]],
  ["Mo 9.11", "de-CH", ["2026-11-09", null]],
  ["mardi 17 novembre", "fr-CH", ["2026-11-17", null]],
  ["mardi le 17 novembre 2026", "fr-CH", ["2026-11-17", null]],
  ["Tuesday, November 17th", "en", ["2026-11-17", null]],
  ["Dienstag, 17.", "de-CH", ["2026-11-17", null]],
  ["Dienstag, den 17. November", "de-CH", ["2026-11-17", null]],
  ["letzten Dienstag 17.11.", "de-CH", ["2026-11-17", null]],
  ["mardi matin 17.11", "fr-CH", ["2026-11-17", null]],
  ["Sonntag 29", "de-CH", ["2026-11-29", null]],
  ["Di 17.11 14.30", "de-CH", ["2026-11-17", "14:30"]],
  ["mardi 17 à 14h", "fr-CH", ["2026-11-17", "14:00"]],
  ["martedì 17 alle 9", "it-CH", ["2026-11-17", "09:00"]],
])("%s in %s is the date on that weekday", (typed, language, found) => {
  expect(moment(typed, language, SUNDAY)).toEqual(found);
});

it.each([
  ["letzten Dienstag 14.30", "de-CH", ["2026-11-24", "14:30"]],
  ["mardi 14h", "fr-CH", ["2026-11-24", "14:00"]],
  ["lundi à 9h", "fr-CH", ["2026-11-23", "09:00"]],
  ["Dienstag um 9", "de-CH", ["2026-11-24", "09:00"]],
  ["Dienstag 10.12 Uhr", "de-CH", ["2026-11-24", "10:12"]],
  ["Tuesday 2 pm", "en", ["2026-11-24", "14:00"]],
  ["mardi 14 h 30", "fr-CH", ["2026-11-24", "14:30"]],
  ["mardi matin 9", "fr-CH", ["2026-11-24", "09:00"]],
])("%s in %s is a weekday and a time", (typed, language, found) => {
  expect(moment(typed, language, SUNDAY)).toEqual(found);
});

it.each(["mardi 18.11", "Dienstag 18. November", "mardi 9", "Di 31.11."])(
  "%s is refused: the date does not fall on the weekday",
  (typed) => {
    expect(moment(typed, "de-CH", SUNDAY)).toBeNull();
  },
);

it.each([
  ["di.", "fr-CH", "2026-11-29"],
  ["di.", "de-CH", "2026-11-24"],
  ["do.", "de-CH", "2026-11-26"],
  ["do.", "it-CH", "2026-11-29"],
  ["do.", "fr-CH", undefined],
  ["lun.", "fr-CH", "2026-11-23"],
  ["mar.", "fr-CH", "2026-11-24"],
  ["mer.", "fr-CH", "2026-11-25"],
  ["jeu.", "fr-CH", "2026-11-26"],
])("%s in %s is the weekday of that language", (typed, language, day) => {
  expect(moment(typed, language, SUNDAY)?.[0]).toBe(day);
});

it("a number before it makes a month of `mar`", () => {
  expect(moment("9 mar", "it-CH")?.[0]).toBe("2026-03-09");
  expect(moment("Mar 9", "en")?.[0]).toBe("2026-03-09");
});

test("29 February without a year is the nearest one that there is", () => {
  expect(moment("29.02.", "fr-CH", "2028-03-13")?.[0]).toBe("2028-02-29");
});

test("days are counted on the calendar, whatever the clocks do that night", () => {
  const change = { spring: "2026-03-30", autumn: "2026-10-26" };
  expect(moment("hier", "fr-CH", change.spring)?.[0]).toBe("2026-03-29");
  expect(moment("vor 2 Tagen", "de-CH", change.spring)?.[0]).toBe("2026-03-28");
  expect(moment("domenica", "it-CH", change.autumn)?.[0]).toBe("2026-10-25");
});

test("a weekday of last week crosses the end of the year", () => {
  // 2 January 2026 is a Friday of week 1, which begins in December.
  expect(moment("lundi", "fr-CH", "2026-01-02")?.[0]).toBe("2025-12-29");
  expect(moment("Tuesday last week", "en", "2026-01-02")?.[0]).toBe(
    "2025-12-23",
  );
});

it.each([
  ["14:30", "14:30"],
  ["14h30", "14:30"],
  ["14 h 30", "14:30"],
  ["14.30", "14:30"],
  ["14.30 Uhr", "14:30"],
  ["1430", "14:30"],
  ["9", "09:00"],
  ["9h", "09:00"],
  ["12am", "00:00"],
  ["12 pm", "12:00"],
])("%s is the time %s", (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

it.each(["", "25:00", "14:60", "13pm", "bientôt"])("%j is no time", (typed) => {
  expect(readTime(typed)).toBeNull();
});
