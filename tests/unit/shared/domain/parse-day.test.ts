import { expect, it } from "vitest";
import { parseDay } from "../../../../shared/domain/parse-day.ts";

/** A Friday. */
const today = "2026-03-13";

it.each([
  ["20.03.", "2026-03-20"],
  ["20.03", "2026-03-20"],
  ["20.3.2026", "2026-03-20"],
  ["20/3/26", "2026-03-20"],
  ["2026-03-20", "2026-03-20"],
  ["13.3.", "2026-03-13"],
  ["12.3.", "2027-03-12"],
  ["29.2.", "2028-02-29"],
  ["+2w", "2026-03-27"],
  ["+3d", "2026-03-16"],
  ["+10j", "2026-03-23"],
  ["+2sem", "2026-03-27"],
  ["+1m", "2026-04-13"],
  ["-1d", "2026-03-12"],
  ["+5", "2026-03-18"],
  ["demain", "2026-03-14"],
  ["Après-demain,", "2026-03-15"],
  ["heute", "2026-03-13"],
  ["aujourd’hui", "2026-03-13"],
  ["domani", "2026-03-14"],
  ["tomorrow", "2026-03-14"],
  ["Übermorgen", "2026-03-15"],
  ["lundi", "2026-03-16"],
  ["Mittwoch", "2026-03-18"],
  ["venerdì", "2026-03-20"],
  ["fri", "2026-03-20"],
  ["lun.", "2026-03-16"],
])("%s is the day %s", (word, day) => {
  expect(parseDay(word, today)).toBe(day);
});

it("a month on from the end of a long month is the end of a short one", () => {
  expect(parseDay("+1m", "2026-01-31")).toBe("2026-02-28");
});

it.each([
  "31.02.",
  "32.1.",
  "offre",
  "do",
  "Do.",
  "so",
  "mit",
  "die",
  "son",
  "+2x",
  "12",
  "3.5%",
  "constructor",
  "",
])("%s is no day", (word) => {
  expect(parseDay(word, today)).toBeNull();
});
