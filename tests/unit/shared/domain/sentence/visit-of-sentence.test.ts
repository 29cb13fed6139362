import { expect, test } from "vitest";
import { readSentence } from "../../../../../shared/domain/sentence/read-sentence.ts";
import type {
  NamedContact,
  SentenceNames,
} from "../../../../../shared/domain/sentence/sentence-names.ts";
import {
  maybeSentence,
  tellsVisit,
  visitOfSentence,
} from "../../../../../shared/domain/sentence/visit-of-sentence.ts";
import { emptyVisit } from "../../../../../shared/domain/typed-visit.ts";
import { openSentenceWorld } from "../../../../helpers/sentence-world.ts";

/** A Friday. */
const today = "2026-11-27";
const reading = { today, language: "fr-CH" };
const { names } = openSentenceWorld(0);
const read = (text: string, of: SentenceNames = names) =>
  readSentence(text, reading, of);

test("what was said is set, what was not stays as it is in the form", () => {
  const before = {
    ...emptyVisit("", today),
    result: "Parking derrière",
    opportunityId: "o",
  };
  expect(
    visitOfSentence(before, read("Vu Luc chez Gruyère-Est mardi 90 min, ravi")),
  ).toEqual({
    ...before,
    contactId: "company-gruyere-est",
    attendees: ["person-gruyere-est-Luc Pasquier"],
    date: "24.11.2026",
    duration: "90",
    outcome: "veryPositive",
    result: "Parking derrière\nVu Luc chez Gruyère-Est mardi 90 min, ravi",
  });
});

test("a sentence that names nobody known leaves whom open, and says the rest all the same", () => {
  const proposal = read("Vu Xyzzy Plugh hier 14h, intéressé, rappeler lundi");
  expect(proposal).toMatchObject({
    contact: null,
    date: "2026-11-26",
    time: "14:00",
    outcome: "positive",
    nextStep: { type: "phoneCall", date: "2026-11-30" },
  });
  expect(tellsVisit(proposal)).toBe(true);
});

test("of two that nobody can tell apart neither is taken, and both are offered", () => {
  const two = ["Bulle", "Sion"].map((city): NamedContact => ({
    ...{ id: city, type: "company", name: "Cave du Rocher SA", city },
    ...{ companyId: "", companyName: "", own: false },
  }));
  const twins: SentenceNames = {
    find: (words) => (words.includes("rocher") ? two : []),
    peopleOf: () => [],
  };
  const open = read("Visite chez Cave du Rocher hier, 1h", twins);
  expect(open.contact).toBe(null);
  expect(open.others.map(({ id }) => id).toSorted()).toEqual(["Bulle", "Sion"]);
  const told = read("Visite chez Cave du Rocher à Sion hier, 1h", twins);
  expect(told.contact?.id).toBe("Sion");
});

test("who was absent was not met, unless somebody else was", () => {
  const absent = read("Gruyère-Est mardi, Luc absent");
  expect(absent).toMatchObject({ outcome: "notReached", people: [] });
  const other = read("Gruyère-Est mardi: Luc absent, Marie-Claude contente");
  expect(other.outcome).toBe("positive");
  expect(other.people.map(({ name }) => name)).toEqual(["Marie-Claude Bapst"]);
});

test("a name and a town are no sentence, nor are four words that say nothing of a visit", () => {
  expect(maybeSentence("garage dupont bulle")).toBe(false);
  expect(maybeSentence("vu luc hier 1h")).toBe(true);
  expect(tellsVisit(read("Garage Dupont et Fils Bulle"))).toBe(false);
});

test("nothing and a very long text are read without harm", () => {
  expect(read("")).toMatchObject({ contact: null, nextStep: null, note: "" });
  const long = "Vu Luc chez Gruyère-Est hier. ".repeat(2_000);
  const proposal = read(long);
  expect(proposal.contact?.id).toBe("company-gruyere-est");
  expect(proposal.note).toBe(long.trim());
});
