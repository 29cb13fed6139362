import { describe, expect, it } from "vitest";
import {
  changeType,
  leftBehind,
  typeGuards,
  type TypeFacts,
} from "../../../../shared/domain/change-type.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { companyId, gruyere, person, personId } from "./contact-builder.ts";

const free: TypeFacts = {
  interactions: false,
  tasks: false,
  opportunities: false,
  people: false,
  setting: null,
};
const bare = (values: Partial<Contact> = {}): Contact => {
  const { vatNo: _vatNo, ...rest } = gruyere(values);
  return rest;
};
const luc = person({
  firstName: "Luc",
  surname: "Pasquier",
  jobTitle: "Acheteur",
  companyId,
  companyName: "Fromagerie Gruyère-Est SA",
  email: "luc@example.ch",
  salutation: "M",
});

describe.each(["interactions", "tasks", "opportunities"] as const)(
  "a contact with %s",
  (kind) => {
    it.each([bare(), luc])("TYP-5: keeps its type", (contact) => {
      const result = changeType(contact, { ...free, [kind]: true });
      expect(result).toEqual({
        ok: false,
        error: { kind: "type-refused", guards: [kind] },
      });
    });
  },
);

describe("TYP-6: a company becomes a person", () => {
  it.each([
    ["people", bare(), { ...free, people: true }],
    ["relations", bare({ relations: { [personId]: { code: "PROS" } } }), free],
    ["industryGroups", bare({ industryGroups: ["MAN"] }), free],
    ["currency", bare({ currency: "EUR" }), free],
    ["vatNo", gruyere(), free],
  ] as const)("TYP-6: not with %s", (guard, contact, facts) => {
    expect(typeGuards(contact, facts)).toEqual([guard]);
  });

  it("TYP-6: independent, its name split, with a person's salutation", () => {
    const company = bare({
      name: "Annina Caduff Derungs",
      registrationNo: "CHE-116.073.488",
    });
    const result = changeType(company, free);
    const after = result.ok ? (result.value[0]?.after as Contact) : null;
    expect(after).toMatchObject({
      type: "person",
      name: "Annina Caduff Derungs",
      firstName: "Annina",
      middleName: "Caduff",
      surname: "Derungs",
      salutation: "UNISEX",
    });
    for (const gone of ["companyId", "companyName", "registrationNo"])
      expect(after).not.toHaveProperty(gone);
    expect(leftBehind(company)).toEqual(["registrationNo"]);
  });
});

describe("TYP-7: a person becomes a company", () => {
  it.each<[string, Partial<Contact>]>([
    ["orgLevel", { orgLevel: "CEO" }],
    ["responsibilities", { responsibilities: ["PURCHASE"] }],
  ])("TYP-7: not with %s", (guard, values) => {
    expect(typeGuards({ ...luc, ...values }, free)).toEqual([guard]);
  });

  it("TYP-7: name parts and job title go, the company is its own, with a company's salutation", () => {
    const result = changeType(luc, {
      ...free,
      people: true,
      setting: {
        id: personId,
        key: "marketing",
        defaultCompanySalutation: "SOC",
      },
    });
    const after = result.ok ? (result.value[0]?.after as Contact) : null;
    expect(after).toEqual({
      id: personId,
      type: "company",
      name: "Luc Pasquier",
      companyId: personId,
      companyName: "Luc Pasquier",
      email: "luc@example.ch",
      salutation: "SOC",
    });
    expect(leftBehind(luc)).toEqual(["firstName", "surname", "jobTitle"]);
  });
});
