import { expect, test } from "vitest";
import {
  createChanges,
  problemsOf,
} from "../../../../../renderer/features/contacts/create-form.ts";

const facts = {
  newId: () => "0190a000-0000-7000-8000-000000000001",
  no: "CT000001",
  setting: null,
  userSalesperson: "CRO",
  company: null,
};

test("a name is all that a new contact needs", () => {
  expect([...problemsOf("company", {})]).toEqual([
    ["name", { kind: "error", code: "required" }],
  ]);
  expect(problemsOf("company", { name: "Garage Morandi SA" }).size).toBe(0);
});

test("story A1: letters in a telephone number are told before saving", () => {
  const values = { name: "Fromagerie", phone: "+41 26 FROMAGE" };
  expect(problemsOf("company", values).get("phone")).toEqual({
    kind: "error",
    code: "letters-in-phone",
  });
});

test("story A1: a post code alone becomes a company with its town", () => {
  const values = { name: "Fromagerie Gruyère-Est SA", postCode: "1630" };
  const [change] = createChanges("company", facts, values) ?? [];
  expect(change?.after).toMatchObject({
    type: "company",
    city: "Bulle",
    salesperson: "CRO",
    no: "CT000001",
  });
});

test("story A3: an independent person has no company", () => {
  const values = { name: "Annina Caduff Derungs", email: "" };
  const [change] = createChanges("independent", facts, values) ?? [];
  expect(change?.after).toMatchObject({ type: "person", surname: "Derungs" });
  expect(change?.after).not.toHaveProperty("companyId");
  expect(change?.after).not.toHaveProperty("email");
});
