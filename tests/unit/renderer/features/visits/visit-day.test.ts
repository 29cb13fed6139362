import { expect, test } from "vitest";
import {
  readTime,
  readVisitDay,
} from "../../../../../renderer/features/visits/visit-day.ts";

/** A Friday. */
const TODAY = "2026-03-13";

test.each([
  ["9.3.", "2026-03-09"],
  ["13.03.", "2026-03-13"],
  ["20.12.", "2025-12-20"],
  ["13.03.2026", "2026-03-13"],
  ["9.3.26", "2026-03-09"],
  ["2026-03-10", "2026-03-10"],
  ["-2", "2026-03-11"],
  ["hier", "2026-03-12"],
  ["lundi", "2026-03-09"],
  ["vendredi", "2026-03-13"],
  ["tue", "2026-03-10"],
])("%s is the day of a visit in the past: %s", (typed, day) => {
  expect(readVisitDay(typed, TODAY)).toBe(day);
});

test.each([
  ["16.03.", "2026-03-16"],
  ["16.03.2026", "2026-03-16"],
  ["demain", "2026-03-14"],
  ["+3", "2026-03-16"],
])("%s stays in the future, for the rule to refuse (INT-17)", (typed, day) => {
  expect(readVisitDay(typed, TODAY)).toBe(day);
});

test.each(["", "offre", "32.01.", "30.02.2026"])("%j is no day", (typed) => {
  expect(readVisitDay(typed, TODAY)).toBeNull();
});

test("29 February without a year is the nearest one that there is", () => {
  expect(readVisitDay("29.02.", "2028-03-13")).toBe("2028-02-29");
});

test.each([
  ["14:30", "14:30"],
  ["14h30", "14:30"],
  ["14.30", "14:30"],
  ["1430", "14:30"],
  ["9", "09:00"],
  ["9h", "09:00"],
])("%s is the time %s", (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test.each(["", "25:00", "14:60", "midi"])("%j is no time", (typed) => {
  expect(readTime(typed)).toBeNull();
});
