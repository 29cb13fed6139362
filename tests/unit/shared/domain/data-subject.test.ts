import { expect, it } from "vitest";
import {
  dataSubject,
  SENSITIVITIES,
  type SubjectFacts,
} from "../../../../shared/domain/data-subject.ts";
import { companyId, person, personId } from "./contact-builder.ts";

const ID = "0190a0a0-0000-7000-8000-0000000000d1";
const facts: SubjectFacts = {
  contact: person({
    ...{ email: "elena@caffe.example", minor: true, territory: "TI" },
    ...{ companyId, externalId: "X-1" },
  }),
  interactions: [
    {
      ...{ id: ID, contactId: personId, date: "2026-03-09", costMinor: 4500 },
      result: "=1+1 <b>Intéressée</b>",
    },
  ],
  tasks: [
    {
      ...{ id: ID, contactId: personId, type: "phoneCall", status: "waiting" },
      ...{ description: "Rappeler Elena", date: "2026-03-20" },
    },
  ],
  attended: [
    {
      ...{ id: ID, contactId: companyId, date: "2026-03-10" },
      ...{ attendees: [personId, ID], result: "Elena a présenté la cave." },
    },
  ],
  opportunities: [],
  notes: [{ id: ID, kind: "comment", contactId: personId, text: "Aime…" }],
  files: [],
};
const times = { asOf: Date.parse("2026-03-13T08:00:00Z"), now: 1 };

it("PRV-3: everything about a person, with what was recorded with them, word for word", () => {
  const file = dataSubject(facts, "normal", times);
  expect(file.contact).toEqual(facts.contact);
  expect(file.interactions).toEqual(facts.interactions);
  expect(file.tasks).toEqual(facts.tasks);
  expect(file.notes).toEqual(facts.notes);
});

it("PRV-3: a visit with somebody else at which the person was met, without who else was there", () => {
  expect(dataSubject(facts, "normal", times).attended).toEqual([
    {
      ...{ id: ID, contactId: companyId, date: "2026-03-10" },
      ...{ attendees: [personId], result: "Elena a présenté la cave." },
    },
  ]);
});

it("PRV-3: only what is at least as sensitive as is asked for, and rows stay rows", () => {
  const of = (minimum: (typeof SENSITIVITIES)[number]) =>
    Object.keys(dataSubject(facts, minimum, times).contact).toSorted();
  expect(of("confidential")).toEqual(
    ["email", "externalId", "id", "minor", "name"].toSorted(),
  );
  expect(of("personal")).toEqual(["email", "id", "minor", "name"]);
  expect(of("sensitive")).toEqual(["id", "minor"]);
  const { interactions, tasks } = dataSubject(facts, "personal", times);
  expect(interactions).toEqual([
    { id: ID, date: "2026-03-09", result: "=1+1 <b>Intéressée</b>" },
  ]);
  expect(tasks).toEqual([
    { id: ID, date: "2026-03-20", description: "Rappeler Elena" },
  ]);
});

it("PRV-3: made without a line, it says as of when", () => {
  const { asOf, exportedAt } = dataSubject(facts, "normal", times);
  expect(asOf).toBe("2026-03-13T08:00:00.000Z");
  expect(exportedAt).toBe("1970-01-01T00:00:00.001Z");
  expect(
    dataSubject(facts, "normal", { ...times, asOf: null }).asOf,
  ).toBeNull();
});
