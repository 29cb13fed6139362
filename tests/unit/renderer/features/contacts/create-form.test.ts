import { expect, test } from "vitest";
import {
  createChanges,
  problemsOf,
  readCreateDraft,
  splitFirstName,
  startValues,
} from "../../../../../renderer/features/contacts/create-form.ts";
import { requestRefusal } from "../../../../../renderer/features/contacts/create-request.ts";
import { starterCodes } from "../../../../../shared/domain/starter-codes.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";

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
  const values = { firstName: "Annina", surname: "Caduff Derungs", email: "" };
  const [change] = createChanges("independent", facts, values) ?? [];
  expect(change?.after).toMatchObject({
    type: "person",
    name: "Annina Caduff Derungs",
    firstName: "Annina",
    surname: "Caduff Derungs",
  });
  expect(change?.after).not.toHaveProperty("companyId");
  expect(change?.after).not.toHaveProperty("email");
});

test("NAM-1: a whole name typed as the first name is split, one that has its surname is not", () => {
  const whole = { firstName: " Annina  Caduff Derungs", surname: " " };
  expect(splitFirstName("independent", whole)).toEqual({
    firstName: "Annina",
    middleName: "Caduff",
    surname: "Derungs",
  });
  const [change] = createChanges("independent", facts, whole) ?? [];
  expect(change?.after).toMatchObject({
    name: "Annina Caduff Derungs",
    firstName: "Annina",
    middleName: "Caduff",
    surname: "Derungs",
  });
  const parts = { firstName: "Maria Luisa", surname: "van den Berg" };
  expect(splitFirstName("person", parts)).toBeNull();
  expect(createChanges("person", facts, parts)?.[0]?.after).toMatchObject(
    parts,
  );
  expect(splitFirstName("company", whole)).toBeNull();
  expect(splitFirstName("person", { firstName: "Annina" })).toBeNull();
});

test("NAM-1: one of a person's two names is enough; together they are at most 100 characters", () => {
  expect(problemsOf("person", { surname: " " }).get("firstName")).toEqual({
    kind: "error",
    code: "required",
  });
  expect(problemsOf("person", { surname: "Rochat" }).size).toBe(0);
  const long = { firstName: "a".repeat(60), surname: "b".repeat(60) };
  expect(problemsOf("independent", long).get("firstName")).toEqual({
    kind: "error",
    code: "too-long",
    max: 100,
  });
});

test("a name from outside goes into the fields that ask for it", () => {
  expect(startValues("company", "Garage Morandi SA")).toEqual({
    name: "Garage Morandi SA",
  });
  expect(startValues("person", "Anne Marie Rochat")).toEqual({
    firstName: "Anne Marie",
    surname: "Rochat",
  });
  expect(startValues("person", "")).toEqual({});
});

test("a kept draft comes back, one of another shape does not", () => {
  const values = { surname: "Rochat" };
  expect(readCreateDraft({ values, companyId: null })).toEqual({
    values,
    companyId: null,
  });
  expect(readCreateDraft({ values: { phone: 5 } })).toBeNull();
  expect(readCreateDraft("text")).toBeNull();
});

test("LOC-1: a number that cannot be whole is told of and taken all the same; one of the chosen country is whole", () => {
  const typed = { name: "Fromagerie", phone: "026 91" };
  expect(problemsOf("company", typed).get("phone")).toEqual({
    kind: "warning",
    code: "phone-impossible",
  });
  const [change] = createChanges("company", facts, typed) ?? [];
  expect(change?.after).toMatchObject({ phone: "026 91" });
  const abroad = { name: "Käserei", phone: "030 901820", country: "DE" };
  expect(problemsOf("company", abroad).size).toBe(0);
});

test("REL-1, REL-2: a new company has the relation that was chosen; one that needs a record, and a person of a company, have none", () => {
  const company = (relation: string) =>
    createChanges("company", facts, { name: "Étude Favre", relation })?.[0];
  expect(company("LAW")?.after).toMatchObject({ businessRelation: "other" });
  const lawyer = company("LAW")?.after as { relations?: object } | undefined;
  expect(Object.values(lawyer?.relations ?? {})).toEqual([{ code: "LAW" }]);
  expect(company("CUST")?.after).not.toHaveProperty("relations");
  expect(company("LAW")?.after).not.toHaveProperty("relation");
});

test("CNV-7, REL-2: who is to be a customer or vendor from the start is asked for in the same save, from the first template that fits", () => {
  const templates = ["customerTemplate", "vendorTemplate"].flatMap((kind) =>
    starterCodes.filter((code) => code.kind === kind),
  );
  const made = (
    kind: "company" | "independent",
    relation: string,
    values: object,
  ) =>
    createChanges(kind, { ...facts, templates }, { ...values, relation }) ?? [];
  const [created, asked, ...more] = made("company", "CUST", { name: "Garage" });
  expect(created?.after).not.toHaveProperty("relations");
  expect(asked).toMatchObject({
    c: "notes",
    before: null,
    after: {
      ...{ kind: "request", status: "open", contactId: created?.id },
      request: { action: "create", kind: "customer", template: "CH-CORP" },
    },
  });
  expect(more).toEqual([]);
  const [, private_] = made("independent", "CUST", { surname: "Caduff" });
  expect(private_?.after).toMatchObject({ request: { template: "CH-PRIV" } });
  const [, bank] = made("company", "BANK", { name: "Raiffeisen" });
  expect(bank?.after).toMatchObject({
    request: { action: "create", kind: "bank" },
  });
  // A person of a company is the company's affair.
  const company = created?.after as Contact;
  const person = { surname: "Favre", relation: "CUST" };
  expect(
    createChanges("person", { ...facts, templates, company }, person),
  ).toHaveLength(1);
});

test("CNV-7: a record that the server would refuse is refused before the contact is made", () => {
  const templates = starterCodes.filter(
    ({ kind }) => kind === "customerTemplate",
  );
  const why = (relation: string, more: object = { templates }) =>
    requestRefusal("company", { ...facts, ...more }, relation);
  expect(why("CUST")).toBeNull();
  expect(why("LAW")).toBeNull();
  expect(why("CUST", { templates: [] })).toBe("template_missing");
  expect(why("EMP")).toBe("not_a_person");
  // Not asked for from here.
  expect(why("CUST", {})).toBeNull();
});
