import { describe, expect, test } from "vitest";
import { compareContacts } from "../../../../../shared/domain/duplicates/compare-contacts.ts";
import {
  matchFacts,
  type MatchContact,
} from "../../../../../shared/domain/duplicates/match-facts.ts";
import {
  markSeparate,
  unmarkSeparate,
} from "../../../../../shared/domain/duplicates/separate.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";

const facts = (id: string, one: Partial<MatchContact>) =>
  matchFacts({
    ...{ id, type: "person", name: "", companyId: "", companyName: "" },
    ...{ address: "", postCode: "", city: "", phones: [], mobile: "" },
    ...{ emails: [], vatNo: "" },
    ...one,
  });
const laneOf = (a: Partial<MatchContact>, b: Partial<MatchContact>) =>
  compareContacts(facts("a", a), facts("b", b))?.lane ?? null;

const MOBILE = { mobile: "+41 79 555 11 22", phones: ["+41 79 555 11 22"] };
const HOME = {
  address: "Rue du Lac 5",
  postCode: "1630",
  phones: ["+41 26 555 01 23"],
};

describe("DUP-9: two people", () => {
  test.each([
    ["Jürg Müller", "Juerg Mueller", "safe"],
    ["Franz Strauß", "Franz Strauss", "safe"],
    ["Luc Pasquier", "Pasquier Luc", "safe"],
    ["Rudolf Keller", "Ruedi Keller", "likely"],
    ["Giuseppe Rossi", "Beppe Rossi", "likely"],
    ["William Lloyd", "Bill Lloyd", "likely"],
    ["Marie Lefèvre", "Marie Lefebvre", "likely"],
    ["Anna Meyer", "Anna Maier", "likely"],
    ["J. Favre", "Jean Favre", "likely"],
    ["Anna Meier-Keller", "Anna Meier", "likely"],
    ["Anna Meier", "Beat Huber", null],
  ])("%s and %s, with one mobile: %s", (a, b, lane) => {
    expect(laneOf({ name: a, ...MOBILE }, { name: b, ...MOBILE })).toBe(lane);
  });
  test("numbers that have changed their fields are the same", () => {
    const a = { name: "Luc Pasquier", ...MOBILE };
    const b = { name: "Luc Pasquier", phones: ["0795551122"] };
    expect(laneOf(a, b)).toBe("safe");
  });
  test("a father and a son of one name and address are never safe", () => {
    const family = { name: "Jean Rochat", ...HOME };
    const box = { emails: ["famille.rochat@bluewin.ch"] };
    expect(laneOf({ ...family, ...box }, { ...family, ...box })).toBe("likely");
    const son = { ...family, name: "Jean Rochat fils" };
    expect(laneOf({ ...family, ...MOBILE }, { ...son, ...MOBILE })).toBe(
      "look",
    );
  });
});

describe("DUP-10: what everybody in a house has never counts alone", () => {
  test("DUP-10: a switchboard and info@ make no two colleagues one", () => {
    const house = { phones: ["+41 26 555 01 23"], emails: ["info@g.example"] };
    const a = { name: "Luc Pasquier", companyId: "c", ...house };
    expect(laneOf(a, { ...a, name: "Marie Clerc" })).toBeNull();
    expect(laneOf(a, { ...a, name: "Luc Clerc" })).toBeNull();
  });
  test("two companies at one address and number are two", () => {
    const a = { type: "company", name: "Garage Favre SA", ...HOME } as const;
    expect(laneOf(a, { ...a, name: "Fiduciaire Monnier Sàrl" })).toBeNull();
  });
});

describe("DUP-9: two companies", () => {
  const at = (name: string, more: Partial<MatchContact> = {}) =>
    ({ type: "company", name, postCode: "8005", ...more }) as const;
  const vat = { vatNo: "CHE-109.346.250 MWST" };
  test.each([
    ["Helvetia Präzision AG", "Helvetia Praezision", "safe"],
    ["Gebrüder Blättler AG", "Gebr. Blaettler SA", "safe"],
    ["St. Galler Stickerei GmbH", "Sankt Galler Stickerei Sàrl", "safe"],
    ["Techno Plus SA", "TechnoPlus S.A.", "safe"],
    ["Helvetia Präzision AG", "Helvetia Präzision GmbH", "likely"],
    ["Helvetia Präzision AG", "Helvetia Prezision AG", "likely"],
  ])("%s and %s, with one VAT number: %s", (a, b, lane) => {
    const other = { vatNo: "CHE109346250" };
    expect(laneOf(at(a, vat), at(b, other))).toBe(lane);
  });
  test("a branch has the name and the VAT number, and another town: not safe", () => {
    const a = at("Landi Seeland AG", vat);
    expect(laneOf(a, { ...a, postCode: "3250" })).toBe("likely");
  });
  test("another VAT number speaks against one name", () => {
    const a = at("Garage Moderne SA", vat);
    expect(laneOf(a, { ...a, vatNo: "CHE-314.902.152 TVA" })).not.toBe("safe");
  });
});

test("a comparison is the same from both sides, and nobody is their own double", () => {
  const a = facts("a", { name: "Ruedi Keller", ...HOME, ...MOBILE });
  const b = facts("b", { name: "Rudolf Keler", ...HOME });
  expect(compareContacts(a, b)).toEqual(compareContacts(b, a));
  expect(compareContacts(a, a)).toBeNull();
});

describe("DUP-7: two that are not the same", () => {
  const one: Contact = { id: "1", type: "person", name: "Jean Rochat" };
  const other: Contact = { ...one, id: "2" };
  test("one tie says so, whoever says it and however often", () => {
    const [change, ...more] = markSeparate(other, one);
    expect(more).toEqual([]);
    expect(change).toEqual(markSeparate(one, other)[0]);
    const said = change?.after as Contact;
    expect(Object.values(said.links ?? {})).toEqual([
      { kind: "separate", contactId: "2" },
    ]);
    expect(markSeparate(said, other)).toEqual([]);
    expect(markSeparate(one, one)).toEqual([]);
  });
  test("it is taken back, and other ties stay", () => {
    const tie = { kind: "related" as const, contactId: "9" };
    const [said] = markSeparate({ ...one, links: { t: tie } }, other);
    const [back] = unmarkSeparate(other, said?.after as Contact);
    expect(back?.after).toMatchObject({ links: { t: tie } });
    expect(Object.keys((back?.after as Contact | null)?.links ?? {})).toEqual([
      "t",
    ]);
    const [bare] = markSeparate(one, other);
    const [gone] = unmarkSeparate(bare?.after as Contact, other);
    expect(gone?.after).toEqual(one);
  });
});
