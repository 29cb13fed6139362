import { expect, test } from "vitest";
import { readSentence } from "../../../../../shared/domain/sentence/read-sentence.ts";
import {
  isFreeLine,
  visitOfLine,
} from "../../../../../shared/domain/week/pasted-sentence.ts";
import { readPaste } from "../../../../../shared/domain/week/read-paste.ts";
import { openSentenceWorld } from "../../../../helpers/sentence-world.ts";

const { names } = openSentenceWorld(0);
const reading = { today: "2026-11-27", language: "fr-CH" };
const [first, second, ...others] = readPaste(
  "Mercredi :\n- Vu Luc chez Gruyère-Est 90 min, très intéressé par l'AF-200, rappeler le 4.12.\n- Rien de neuf chez personne",
  { monday: "2026-11-23", day: "2026-11-27", reading },
);

test("INT-17: a line of a list that names nobody by its pieces is read as a sentence, on its heading's day", () => {
  expect(others).toEqual([]);
  if (!first || !second) throw new Error("two lines");
  expect(isFreeLine(first)).toBe(true);
  const told = visitOfLine(first, readSentence(first.line, reading, names));
  expect(told).toMatchObject({
    ...{ day: "2026-11-25", when: null, minutes: "90" },
    ...{ outcome: "veryPositive", person: "", nextStep: "rappeler le 4.12." },
    note: "Vu Luc chez Gruyère-Est 90 min, très intéressé par l'AF-200, rappeler le 4.12.",
  });
  expect(told?.who).toMatch(/Gruyère-Est/);
});

test("INT-17: a line that tells of nobody stays as its pieces have it", () => {
  if (!second) throw new Error("two lines");
  expect(
    visitOfLine(second, readSentence(second.line, reading, names)),
  ).toBeNull();
});
