import { expect, it } from "vitest";
import { readDuration } from "../../../../shared/domain/typed-duration.ts";

it.each([
  ["0", 0],
  ["45", 45],
  ["45m", 45],
  ["45 min", 45],
  ["45'", 45],
  ["20 minuti", 20],
  ["zehn Minuten", 10],
  ["1h", 60],
  ["1h30", 90],
  ["1 h 05", 65],
  ["1:30", 90],
  ["1.5h", 90],
  ["1,5 h", 90],
  ["2 Std.", 120],
  ["1 Std. 30", 90],
  ["2 Stunden 15 Minuten", 135],
  ["anderthalb Stunden", 90],
  ["zweieinhalb Stunden", 150],
  ["eine Stunde", 60],
  ["eine halbe Stunde", 30],
  ["Dreiviertelstunde", 45],
  ["eine Viertelstunde", 15],
  ["une heure", 60],
  ["une heure et demie", 90],
  ["deux heures et quart", 135],
  ["une demi-heure", 30],
  ["un quart d’heure", 15],
  ["trois quarts d’heure", 45],
  ["un’ora", 60],
  ["un'ora e mezza", 90],
  ["2 ore e 30 minuti", 150],
  ["mezz’ora", 30],
  ["tre quarti d'ora", 45],
  ["an hour", 60],
  ["one hour and a half", 90],
  ["two and a half hours", 150],
  ["half an hour", 30],
  ["a quarter of an hour", 15],
])("%s is %i minutes", (typed, minutes) => {
  expect(readDuration(typed)).toBe(minutes);
});

it.each(["", "lang", "1h75", "h", "-5", "1 h 30 h", "999999", "20.03."])(
  "%j is no duration",
  (typed) => {
    expect(readDuration(typed)).toBeNull();
  },
);
