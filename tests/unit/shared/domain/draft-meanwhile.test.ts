import { describe, expect, test } from "vitest";
import {
  meanwhile,
  peopleOffered,
  putRight,
  toldOf,
  withMeanwhile,
  type MeanwhileFacts,
} from "../../../../shared/domain/draft-meanwhile.ts";
import { emptyVisit } from "../../../../shared/domain/typed-visit.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import type { Opportunity } from "../../../../shared/entities/opportunity.ts";

const company: Contact = { id: "g", type: "company", name: "Gruyère-Est" };
const person = (id: string, companyId = "g"): Contact => ({
  ...{ id, type: "person", name: id.toUpperCase(), companyId },
});
const here = (one: Contact) => ({ id: one.id, before: one, now: one });
const sale: Opportunity = {
  ...{ id: "o", contactId: "g", description: "AF-200", status: "inProgress" },
  ...{ cycle: "NEW", createdOn: "2026-03-01", entries: {} },
};
const facts: MeanwhileFacts = {
  ...{ contact: here(company), met: [here(person("a"))], opportunity: sale },
};
const typed = {
  ...emptyVisit("g", "2026-03-13"),
  ...{ result: "Intéressé", attendees: ["a", "b"], opportunityId: "o" },
};

describe("a visit that was kept while others went on", () => {
  test("of what is as it was nothing is said, and nothing is changed", () => {
    expect(meanwhile(facts)).toEqual([]);
    expect(withMeanwhile(typed, [])).toEqual(typed);
  });

  test("a closed opportunity is named and stays chosen, one that is gone is not", () => {
    const told = meanwhile({
      ...facts,
      opportunity: { ...sale, status: "won" },
    });
    expect(told).toEqual([{ kind: "closed", id: "o", name: "AF-200" }]);
    expect(withMeanwhile(typed, told)).toEqual(typed);
    const gone = meanwhile({ ...facts, opportunity: null });
    expect(gone).toEqual([{ kind: "opportunityGone" }]);
    expect(withMeanwhile(typed, gone)).toEqual({ ...typed, opportunityId: "" });
    expect(meanwhile({ ...facts, opportunity: undefined })).toEqual([]);
  });

  test("who has left the company stays ticked, who was erased does not, and the text is kept", () => {
    const told = meanwhile({
      ...facts,
      met: [here(person("a", "h")), { id: "b", before: null, now: null }],
    });
    expect(told).toEqual([
      { kind: "metLeft", id: "a", name: "A" },
      { kind: "metGone", id: "b" },
    ]);
    expect(withMeanwhile(typed, told)).toEqual({ ...typed, attendees: ["a"] });
  });

  test("whom a merged contact has become takes its place, once", () => {
    const told = meanwhile({
      ...facts,
      contact: { id: "old", before: { ...company, id: "old" }, now: company },
      met: [
        { id: "b", before: person("b"), now: person("a") },
        { id: "c", before: person("c"), now: company },
      ],
    });
    expect(told.map(({ kind }) => kind)).toEqual([
      ...["merged", "metMerged", "metMerged"],
    ]);
    const values = { ...typed, contactId: "old", attendees: ["a", "b", "c"] };
    expect(withMeanwhile(values, told)).toEqual({
      ...values,
      ...{ contactId: "g", attendees: ["a"] },
    });
  });

  test("of a contact that is gone it is said, and the visit keeps its place", () => {
    const contact = { id: "g", before: null, now: null };
    const told = meanwhile({ ...facts, contact });
    expect(told).toEqual([{ kind: "gone" }]);
    expect(withMeanwhile(typed, told)).toEqual(typed);
  });
});

describe("a form that is open while others go on", () => {
  const merged = {
    ...{ kind: "merged" as const, from: "g", id: "h" },
    ...{ name: "Helvetia", was: "Gruyère-Est" },
  };
  const closed = { kind: "closed" as const, id: "o", name: "AF-200" };
  const after = { ...typed, contactId: "h" };

  test("what put it right stays told although it is found no more, beside what is so now, each once", () => {
    const kept = putRight(null, "g", [merged, closed]);
    expect(kept).toEqual({ contactId: "h", told: [merged] });
    expect(toldOf(kept, [closed], after)).toEqual([merged, closed]);
    const gone = { kind: "metGone" as const, id: "b" };
    const more = putRight(kept, "h", [gone]);
    expect(toldOf(more, [], after)).toEqual([merged, gone]);
    expect(toldOf(putRight(more, "h", [gone]), [gone], after)).toEqual([
      merged,
      gone,
    ]);
  });

  test("of somebody else who is chosen nothing of it is told, nor of what is chosen anew", () => {
    const opportunityGone = { kind: "opportunityGone" as const };
    const kept = putRight(null, "g", [opportunityGone]);
    expect(toldOf(kept, [], { ...typed, opportunityId: "" })).toEqual([
      opportunityGone,
    ]);
    expect(toldOf(kept, [], { ...typed, opportunityId: "p" })).toEqual([]);
    expect(toldOf(kept, [], after)).toEqual([]);
    expect(putRight(kept, "h", [closed])).toEqual({ contactId: "h", told: [] });
    const met = { ...merged, kind: "metMerged" as const, from: "b", id: "c" };
    const ticked = putRight(null, "g", [met]);
    expect(toldOf(ticked, [], { ...typed, attendees: ["a", "c"] })).toEqual([
      met,
    ]);
    expect(toldOf(ticked, [], { ...typed, attendees: ["a"] })).toEqual([]);
  });

  test("of those met who has left can be taken out, who was merged stands once, who is gone is not offered", () => {
    const people = ["a", "b", "c", "d"].map((id) => ({ id, name: id }));
    const met = { ...merged, kind: "metMerged" as const, from: "b", id: "e" };
    expect(
      peopleOffered(people, [
        { kind: "metLeft", id: "a", name: "A" },
        met,
        { kind: "metGone", id: "c" },
        closed,
      ]).map(({ name }) => name),
    ).toEqual(["d", "A", "Helvetia"]);
    expect(peopleOffered(people, [])).toEqual(people);
  });
});
