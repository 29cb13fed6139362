import { expect, test } from "vitest";
import { addDays } from "../../../../../shared/core/calendar.ts";
import {
  daysOf,
  isoWeek,
  readWeekName,
  weekName,
} from "../../../../../shared/domain/week/iso-week.ts";

test.each([
  ["2026-03-13", "2026-W11", "2026-03-09", "2026-03-15"],
  // The year's edge: a week belongs to the year of its Thursday.
  ["2025-12-28", "2025-W52", "2025-12-22", "2025-12-28"],
  ["2025-12-29", "2026-W01", "2025-12-29", "2026-01-04"],
  ["2026-01-04", "2026-W01", "2025-12-29", "2026-01-04"],
  ["2026-12-31", "2026-W53", "2026-12-28", "2027-01-03"],
  ["2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"],
  ["2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"],
  ["2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"],
  // The days on which the clock changes.
  ["2026-03-29", "2026-W13", "2026-03-23", "2026-03-29"],
  ["2026-10-25", "2026-W43", "2026-10-19", "2026-10-25"],
])("INT-17: %s lies in %s, %s to %s", (day, name, monday, sunday) => {
  const week = isoWeek(day);
  expect(weekName(week)).toBe(name);
  expect([week.monday, week.sunday]).toEqual([monday, sunday]);
  expect(readWeekName(name)).toEqual(week);
  expect(daysOf(monday).at(-1)).toBe(sunday);
});

test("over forty years every day is in exactly one week of seven, and weeks follow each other", () => {
  let day = "2000-01-03";
  let before = isoWeek(addDays(day, -7));
  for (let n = 0; n < 52 * 40; n++) {
    const week = isoWeek(day);
    expect(week.monday).toBe(addDays(before.monday, 7));
    expect(week.week === before.week + 1 || week.week === 1).toBe(true);
    expect(readWeekName(weekName(week))?.monday).toBe(week.monday);
    before = week;
    day = addDays(day, 7);
  }
});

test("a week that does not exist is none", () => {
  expect(readWeekName("2025-W53")).toBeNull();
  expect(readWeekName("2026-W00")).toBeNull();
  expect(readWeekName("2026-11")).toBeNull();
  expect(readWeekName("2026-W53")).not.toBeNull();
});
