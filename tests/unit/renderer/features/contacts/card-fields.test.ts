import { describe, expect, test } from "vitest";
import {
  groupsOf,
  isFilled,
} from "../../../../../renderer/features/contacts/card-fields.ts";
import { Contact } from "../../../../../shared/entities/contact.ts";
import { isFieldOf } from "../../../../../shared/domain/contact-type.ts";

/** Shown elsewhere on the card, or not typed by a person. */
const ELSEWHERE = new Set([
  "id",
  "type",
  "name",
  "no",
  "companyId",
  "companyName",
  "aliases",
  "more",
  "relations",
  "businessRelation",
  "altAddresses",
  "altPeriods",
  "links",
  "mergedInto",
  "ownFields",
  "webSources",
]);

const namesOf = (type: "company" | "person") =>
  groupsOf(type).flatMap((group) => group.fields.map(({ name }) => name));

describe.each(["company", "person"] as const)("the card of a %s", (type) => {
  test("shows every field of domain.md §2.2 once (TYP-4)", () => {
    const wanted = (
      Object.keys(Contact.fields.shape) as (keyof typeof Contact.fields.shape)[]
    ).filter((name) => !ELSEWHERE.has(name) && isFieldOf(type, name));
    expect(namesOf(type).toSorted()).toEqual(wanted.toSorted());
  });

  test("shows no field of the other type", () => {
    const foreign = namesOf(type).filter((name) => !isFieldOf(type, name));
    expect(foreign).toEqual([]);
  });
});

test("NAM-2: a search name that only shadows the name says nothing", () => {
  const field = groupsOf("company")
    .flatMap((group) => group.fields)
    .find(({ name }) => name === "searchName");
  if (!field) throw new Error("no search name on the card");
  const contact = { id: "x", type: "company", name: "Étude" } as const;
  expect(isFilled({ ...contact, searchName: "ÉTUDE" }, field)).toBe(false);
  expect(isFilled({ ...contact, searchName: "MONNIER" }, field)).toBe(true);
});
