import { describe, expect, it } from "vitest";
import type { Change } from "../../../../shared/domain/change.ts";
import {
  editContact,
  type EditFacts,
} from "../../../../shared/domain/edit-contact.ts";
import type { ContactPatch } from "../../../../shared/domain/field-check.ts";
import {
  inheritFlagsOf,
  inheritOnJoin,
} from "../../../../shared/domain/inheritance.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { gruyere, otherPersonId, person } from "./contact-builder.ts";

const flags = inheritFlagsOf(null);
const luc = (values: Partial<Contact> = {}): Contact => ({
  ...inheritOnJoin(
    person({
      firstName: "Luc",
      surname: "Pasquier",
      searchName: "LUC PASQUIER",
    }),
    gruyere(),
    null,
    flags,
  ),
  ...values,
});
const marie = (): Contact => ({
  ...luc(),
  id: otherPersonId,
  name: "Marie Clerc",
});

function edit(
  contact: Contact,
  patch: ContactPatch,
  around: Partial<EditFacts> = {},
): readonly Change[] {
  const result = editContact({ contact, people: [], flags, ...around }, patch);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function contactAfter(changes: readonly Change[], id: string): Contact {
  const change = changes.find((one) => one.id === id);
  if (change?.c !== "contacts" || !change.after) throw new Error("no change");
  return change.after;
}

const company = gruyere();

describe("a change of the company", () => {
  const own = luc({ email: "luc.pasquier@gruyere-est.example" });

  it("A2: reaches Marie in all three fields, Luc in all but his own e-mail", () => {
    const changes = edit(
      company,
      {
        email: "contact@gruyere-est.example",
        language: "DES",
        address: "Rue du Moléson 4",
      },
      { people: [own, marie()] },
    );
    expect(changes.map((change) => change.origin)).toEqual([
      undefined,
      "inherited",
      "inherited",
    ]);
    expect(contactAfter(changes, otherPersonId)).toMatchObject({
      email: "contact@gruyere-est.example",
      language: "DES",
      address: "Rue du Moléson 4",
    });
    expect(contactAfter(changes, own.id)).toMatchObject({
      email: "luc.pasquier@gruyere-est.example",
      language: "DES",
      address: "Rue du Moléson 4",
      city: "Bulle",
    });
  });

  it("A2: a new name reaches both as company name and the search name follows", () => {
    const changes = edit(
      company,
      { name: "Gruyère-Est Fromages SA" },
      { people: [own, marie()] },
    );
    expect(contactAfter(changes, company.id)).toMatchObject({
      companyName: "Gruyère-Est Fromages SA",
      searchName: "GRUYÈRE-EST FROMAGES SA",
    });
    for (const id of [own.id, otherPersonId]) {
      expect(contactAfter(changes, id).companyName).toBe(
        "Gruyère-Est Fromages SA",
      );
    }
  });

  it("A2: with language inheritance off both persons keep theirs", () => {
    const off = { ...flags, language: false };
    const changes = edit(
      company,
      { language: "ITS" },
      { people: [own, marie()], flags: off },
    );
    expect(changes.map((change) => change.id)).toEqual([company.id]);
  });

  it("A10: the company's new telephone number reaches only who has the old one", () => {
    const typed = luc({ phone: "+41 26 555 77 77" });
    const changes = edit(
      company,
      { phone: "+41 26 555 99 00" },
      { people: [typed, marie()] },
    );
    expect(changes.map((change) => change.id)).toEqual([
      company.id,
      otherPersonId,
    ]);
    expect(contactAfter(changes, otherPersonId).phone).toBe("+41 26 555 99 00");
  });

  it("LOC-3: another post code brings its city and canton, to the people as well", () => {
    const changes = edit(company, { postCode: "8005" }, { people: [marie()] });
    for (const id of [company.id, otherPersonId]) {
      expect(contactAfter(changes, id)).toMatchObject({
        postCode: "8005",
        city: "Zürich",
        county: "ZH",
        language: "FRS",
      });
    }
  });
});

describe("a change of a person", () => {
  it("NAM-1: a new name is split, search name and parts follow", () => {
    const [change] = edit(luc(), { name: "Luc Marie Pasquier" });
    expect(change?.after).toMatchObject({
      firstName: "Luc",
      middleName: "Marie",
      surname: "Pasquier",
      searchName: "LUC MARIE PASQUIER",
    });
    expect(change?.origin).toBeUndefined();
  });

  it("NAM-1: a corrected part rebuilds the name, an emptied one goes", () => {
    const [change] = edit(luc(), { surname: "Pasquier-Favre" });
    expect(change?.after).toMatchObject({ name: "Luc Pasquier-Favre" });
    const [emptied] = edit(luc(), { firstName: "" });
    expect(emptied?.after).toMatchObject({ name: "Pasquier" });
  });

  it("NAM-2: a search name typed in the same edit stays", () => {
    const [change] = edit(luc(), { name: "Luc Favre", searchName: "patron" });
    expect(change?.after).toMatchObject({ searchName: "PATRON" });
  });

  it("NAM-1: parts whose name would be too long are refused", () => {
    const contact = luc({ firstName: "x".repeat(60) });
    expect(
      editContact({ contact, people: [], flags }, { surname: "y".repeat(60) }),
    ).toEqual({
      ok: false,
      error: { kind: "field-refused", field: "surname", code: "too-long" },
    });
  });
});

describe("groups", () => {
  it("A3: an independent person is put into a mailing group, and out of it", () => {
    const [change] = edit(person(), { mailingGroups: ["X-CARD"] });
    expect(change?.after).toMatchObject({ mailingGroups: ["X-CARD"] });
    const [emptied] = edit(change?.after as Contact, { mailingGroups: [] });
    expect(emptied?.after).not.toHaveProperty("mailingGroups");
  });
});

it("a tick is stored, and taken out again", () => {
  const [on] = edit(company, { excludeFromSegment: true });
  expect(on?.after).toMatchObject({ excludeFromSegment: true });
  const [off] = edit(on?.after as Contact, { excludeFromSegment: null });
  expect(off?.after).not.toHaveProperty("excludeFromSegment");
});

describe("what is refused", () => {
  it("A1: letters in the telephone number leave the stored one unchanged", () => {
    expect(
      editContact(
        { contact: company, people: [], flags },
        { phone: "+41 26 FROMAGE" },
      ),
    ).toEqual({
      ok: false,
      error: {
        kind: "field-refused",
        field: "phone",
        code: "letters-in-phone",
      },
    });
  });

  it("a refused member leaves the rest of the edit standing", () => {
    const [change] = edit(company, {
      phone: "+41 26 FROMAGE",
      address2: "Étage 2",
    });
    expect(change?.after).toMatchObject({
      phone: "+41 26 555 01 23",
      address2: "Étage 2",
    });
  });

  it("a company cannot lose its name", () => {
    expect(
      editContact({ contact: company, people: [], flags }, { name: " " }).ok,
    ).toBe(false);
  });

  it("TYP-4: a field of the other type changes nothing", () => {
    expect(edit(company, { jobTitle: "Chef" })).toEqual([]);
    expect(edit(luc(), { vatNo: "CHE-123.456.788 TVA" })).toEqual([]);
  });

  it("typing what is already there changes nothing", () => {
    expect(
      edit(company, { phone: " +41 26 555 01 23 ", city: "Bulle" }),
    ).toEqual([]);
  });
});

describe("the place", () => {
  it("LOC-3: a typed city of one post code brings it, with its canton", () => {
    const bare = person();
    const [change] = edit(bare, { city: "Bulle" });
    expect(change?.after).toMatchObject({
      postCode: "1630",
      county: "FR",
      country: "CH",
      language: "FRS",
    });
  });

  it("LOC-3: a city of several post codes leaves the choice to the person", () => {
    const [change] = edit(person(), { city: "Lausanne" });
    expect(change?.after).not.toHaveProperty("postCode");
  });

  it("LOC-3: a city that was chosen among several of its post code follows as well", () => {
    const lugano = gruyere({
      postCode: "6900",
      city: "Massagno",
      county: "TI",
    });
    expect(edit(lugano, { postCode: "8005" })[0]?.after).toMatchObject({
      city: "Zürich",
      county: "ZH",
    });
  });

  it("LOC-3: the canton is that of the city where a post code lies in two", () => {
    const [change] = edit(person(), { postCode: "1525", city: "Seigneux" });
    expect(change?.after).toMatchObject({ county: "FR" });
  });

  it("LOC-3: another city brings its post code with it", () => {
    expect(edit(company, { city: "Gruyères" })[0]?.after).toMatchObject({
      postCode: "1663",
      county: "FR",
    });
    expect(edit(company, { city: "Lausanne" })[0]?.after).toMatchObject({
      postCode: "1630",
    });
  });

  it("LOC-3: emptied members stay empty, a country that is there stays", () => {
    expect(edit(company, { city: null })[0]?.after).toMatchObject({
      postCode: "1630",
    });
    expect(edit(company, { postCode: null })[0]?.after).not.toHaveProperty(
      "postCode",
    );
    const [none] = edit(person(), { postCode: "1630", country: null });
    expect(none?.after).not.toHaveProperty("country");
    expect(edit(company, { postCode: "9490" })[0]?.after).toMatchObject({
      city: "Vaduz",
      country: "CH",
    });
  });

  it("LOC-3: free text and typed members are never replaced", () => {
    const [change] = edit(company, { postCode: "3550", city: "Langnau i. E." });
    expect(change?.after).toMatchObject({
      city: "Langnau i. E.",
      county: "BE",
    });
    const own = gruyere({ city: "Bulle-Centre" });
    expect(edit(own, { postCode: "8005" })[0]?.after).toMatchObject({
      city: "Bulle-Centre",
    });
    expect(
      edit(company, { postCode: "8005", city: null })[0]?.after,
    ).not.toHaveProperty("city");
  });

  it("LOC-3: the town of a mistyped post code goes with it when the code is corrected", () => {
    const mistyped = gruyere({ postCode: "9999", city: "Bulle", county: "FR" });
    expect(edit(mistyped, { postCode: "8005" })[0]?.after).toMatchObject({
      city: "Zürich",
      county: "ZH",
    });
    const unknown = edit(gruyere(), { postCode: "1631" })[0]?.after;
    expect(unknown).toMatchObject({ city: "Bulle" });
  });

  it("LOC-3: another country takes away what was Swiss, typed members stay", () => {
    const [change] = edit(company, { country: "FR" });
    expect(change?.after).not.toHaveProperty("postCode");
    expect(change?.after).not.toHaveProperty("county");
    expect(change?.after).toMatchObject({ address: "Route de la Gare 12" });
    const [typed] = edit(company, {
      country: "FR",
      postCode: "74000",
      city: "Annecy",
    });
    expect(typed?.after).toMatchObject({ postCode: "74000", city: "Annecy" });
    expect(typed?.after).not.toHaveProperty("county");
  });
});

describe("privacy", () => {
  const child = person({ minor: true, privacyBlocked: true });

  it("PRV-2: minor on blocks at once", () => {
    const [change] = edit(person(), { minor: true });
    expect(change?.after).toMatchObject({ minor: true, privacyBlocked: true });
  });

  it("PRV-2: minor on blocks even if the same edit says otherwise", () => {
    const [change] = edit(person(), { minor: true, privacyBlocked: false });
    expect(change?.after).toMatchObject({ minor: true, privacyBlocked: true });
  });

  it("PRV-2: cannot be unblocked before the parents' consent", () => {
    expect(
      editContact(
        { contact: child, people: [], flags },
        { privacyBlocked: false },
      ),
    ).toEqual({ ok: false, error: { kind: "consent-missing" } });
  });

  it("PRV-2: consent leaves it blocked until somebody unblocks it", () => {
    const [agreed] = edit(child, { parentalConsent: true });
    expect(agreed?.after).toMatchObject({
      parentalConsent: true,
      privacyBlocked: true,
    });
    const [open] = edit(agreed?.after as Contact, { privacyBlocked: false });
    expect(open?.after).not.toHaveProperty("privacyBlocked");
  });

  it("PRV-1: a person who is no minor is blocked and unblocked freely", () => {
    const [blocked] = edit(person(), { privacyBlocked: true });
    expect(blocked?.after).toMatchObject({ privacyBlocked: true });
    const [open] = edit(blocked?.after as Contact, { privacyBlocked: false });
    expect(open?.after).not.toHaveProperty("privacyBlocked");
  });

  it("PRV-2: a minor with consent may be blocked again", () => {
    const open = person({ minor: true, parentalConsent: true });
    const [change] = edit(open, { privacyBlocked: true });
    expect(change?.after).toMatchObject({
      privacyBlocked: true,
      parentalConsent: true,
    });
  });

  it("PRV-2: withdrawn consent blocks again", () => {
    const open = person({ minor: true, parentalConsent: true });
    const [change] = edit(open, { parentalConsent: false });
    expect(change?.after).toMatchObject({ minor: true, privacyBlocked: true });
    expect(change?.after).not.toHaveProperty("parentalConsent");
  });

  it("PRV-2: an edit of another field leaves the flags as they came", () => {
    const imported = person({ parentalConsent: true });
    expect(edit(imported, { jobTitle: "Chef" })[0]?.after).toMatchObject({
      parentalConsent: true,
    });
    const unblocked = person({ minor: true });
    expect(edit(unblocked, { jobTitle: "Chef" })[0]?.after).not.toHaveProperty(
      "privacyBlocked",
    );
  });

  it("PRV-2: saying again what is so changes nothing", () => {
    expect(edit(person(), { minor: false })).toEqual([]);
    expect(edit(child, { privacyBlocked: true })).toEqual([]);
    const agreed = person({ minor: true, parentalConsent: true });
    expect(edit(agreed, { minor: true })).toEqual([]);
  });

  it("PRV-2: no longer a minor, no consent any more", () => {
    const [change] = edit(person({ minor: true, parentalConsent: true }), {
      minor: false,
    });
    expect(change?.after).not.toHaveProperty("minor");
    expect(change?.after).not.toHaveProperty("parentalConsent");
  });
});
