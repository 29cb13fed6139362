import { expect, test } from "vitest";
import {
  cellsOf,
  readPaste,
} from "../../../../../shared/domain/week/read-paste.ts";

const FACTS = {
  monday: "2026-03-09",
  day: "2026-03-13",
  reading: { today: "2026-03-13", language: "fr-CH" },
};
const read = (text: string) => readPaste(text, FACTS);

test("INT-17: a line of a list is a visit: who, with whom, how long, and what is to be done when", () => {
  const [visit, ...others] = read("Favre SA, M. Dupont, 30 min, devis -> lun");
  expect(others).toEqual([]);
  expect(visit).toMatchObject({
    ...{ who: "Favre SA", person: "Dupont", minutes: "30 min" },
    ...{ nextStep: "devis lun", note: "", day: "2026-03-13", when: null },
  });
});

test("INT-17: a list with its days as headings, bullets and words of its own", () => {
  const visits = read(
    [
      "Lundi :",
      "- Luc Pasquier, 10h, 1h30, positif, intéressé par l'AF-200 -> appeler le 20.03.",
      "• Helvetia Präzision AG; mardi 14h30; Budget figé; sehr negativ",
      "",
      "3) Annina Caduff, pas joint",
    ].join("\n"),
  );
  expect(visits).toMatchObject([
    {
      ...{ who: "Luc Pasquier", day: "2026-03-09", time: "10:00" },
      ...{ minutes: "1h30", outcome: "positive" },
      note: "intéressé par l'AF-200",
      nextStep: "appeler le 20.03.",
    },
    {
      ...{ who: "Helvetia Präzision AG", day: "2026-03-10", time: "14:30" },
      ...{ note: "Budget figé", outcome: "veryNegative" },
    },
    { who: "Annina Caduff", day: "2026-03-09", outcome: "notReached" },
  ]);
});

test("INT-17: rows of a spreadsheet with headings, in any order, with line breaks in a cell", () => {
  const visits = read(
    'Kunde\tDatum\tZeit\tDauer (min)\tBemerkung\tOrt\r\nFavre SA\t10.03.2026\t09:15\t45\t"Erste Zeile\n""Zweite"""\tBulle\r\nHelvetia AG\tmi\t\t\t\t\r\n',
  );
  expect(visits).toMatchObject([
    {
      ...{ who: "Favre SA", day: "2026-03-10", time: "09:15", minutes: "45" },
      note: 'Erste Zeile\n"Zweite"\nBulle',
    },
    { who: "Helvetia AG", minutes: null, note: "" },
  ]);
});

test("INT-17: rows without headings are known by what stands in them", () => {
  const visits = read(
    "lundi 10h\tLuc Pasquier\t90\tpositif\tIntéressé\tdevis vendredi\nmardi\tHelvetia\t30 min\tneutre\tBudget figé\t",
  );
  expect(visits).toMatchObject([
    {
      ...{ who: "Luc Pasquier", day: "2026-03-09", time: "10:00" },
      ...{ minutes: "90", outcome: "positive", note: "Intéressé" },
      nextStep: "devis vendredi",
    },
    { who: "Helvetia", day: "2026-03-10", minutes: "30 min" },
  ]);
});

test("what cannot be read is kept as it stands", () => {
  const [visit] = read("Date\tQui\tÉvaluation\nvers Pâques\tFavre\tmitigé");
  expect(visit).toMatchObject({
    ...{ when: "vers Pâques", who: "Favre", outcome: "", note: "mitigé" },
  });
  expect(cellsOf('a\t"b\tc"\n\n\td\n')).toEqual([
    ["a", "b\tc"],
    ["", "d"],
  ]);
});
