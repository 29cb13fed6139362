import { expect, test } from "vitest";
import {
  readRowMoment,
  writtenMoment,
} from "../../../../../shared/domain/week/week-moment.ts";

const ROW = { day: "2026-03-10", time: "08:00" };
const MONDAY = "2026-03-09";

function read(typed: string, language = "fr-CH", today = "2026-03-13") {
  const found = readRowMoment(typed, ROW, MONDAY, { today, language });
  return found && `${found.day} ${found.time}`.trim();
}

test.each([
  ["lu 10h", "fr-CH", "2026-03-09 10:00"],
  ["mer", "fr-CH", "2026-03-11 08:00"],
  ["Mi 9", "de-CH", "2026-03-11 09:00"],
  ["di", "de-CH", "2026-03-10 08:00"],
  ["di", "fr-CH", "2026-03-15 08:00"],
  ["gio 14:30", "it-CH", "2026-03-12 14:30"],
  ["tue 2pm", "en", "2026-03-10 14:00"],
  // Saturday is yet to come: the rule says so, the reader does not move it back a week.
  ["sam", "fr-CH", "2026-03-14 08:00"],
  ["9", "fr-CH", "2026-03-09 08:00"],
  ["12 16h", "fr-CH", "2026-03-12 16:00"],
  ["16h15", "fr-CH", "2026-03-10 16:15"],
  ["um 9", "de-CH", "2026-03-10 09:00"],
  ["9 Uhr", "de-CH", "2026-03-10 09:00"],
  ["hier 14h", "fr-CH", "2026-03-12 14:00"],
  ["-3d", "en", "2026-03-10 08:00"],
  ["11.03. 10:00", "fr-CH", "2026-03-11 10:00"],
  ["02.03.2026", "fr-CH", "2026-03-02 08:00"],
  ["", "fr-CH", "2026-03-10"],
])("INT-17: %j in %s is %s", (typed, language, expected) => {
  expect(read(typed, language)).toBe(expected);
});

test("what is no moment is not read, half-typed words too", () => {
  for (const typed of ["lux", "10h99", "mardi xx", "x 10h", "40"])
    expect(read(typed), typed).toBeNull();
});

test("INT-17: a week of last year is written up in its own year, also across the new year", () => {
  const reading = { today: "2026-01-09", language: "fr-CH" };
  const row = { day: "2025-12-29", time: "" };
  const read2 = (typed: string) =>
    readRowMoment(typed, row, "2025-12-29", reading);
  expect(read2("me 31")).toEqual({ day: "2025-12-31", time: "" });
  expect(read2("31")).toEqual({ day: "2025-12-31", time: "" });
  expect(read2("2 9h")).toEqual({ day: "2026-01-02", time: "09:00" });
  expect(read2("ve")).toEqual({ day: "2026-01-02", time: "" });
  expect(read2("30.12.")).toEqual({ day: "2025-12-30", time: "" });
});

test("the text of a row means the row, also on the days on which the clock changes", () => {
  for (const day of ["2026-03-29", "2026-10-25", "2025-12-31"])
    for (const time of ["", "02:30", "23:59"]) {
      const row = { day, time };
      const monday = day === "2025-12-31" ? "2025-12-29" : dayBack(day, 6);
      const again = readRowMoment(
        writtenMoment(row),
        { day: monday, time: "" },
        monday,
        { today: "2027-02-01", language: "de-CH" },
      );
      expect(again).toEqual(row);
    }
});

function dayBack(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
