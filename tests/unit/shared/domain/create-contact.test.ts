import { describe, expect, it } from "vitest";
import {
  createCompany,
  createPerson,
  type CreateFacts,
} from "../../../../shared/domain/create-contact.ts";
import { firstSettingFor } from "../../../../shared/domain/marketing-setting.ts";
import { Contact } from "../../../../shared/entities/contact.ts";
import type { Setting } from "../../../../shared/entities/setting.ts";
import { countingIds, gruyere } from "./contact-builder.ts";

/** Fixture F0 of the acceptance scenarios. */
const setting: Setting = {
  id: "0190a0a0-0000-7000-8000-0000000000f0",
  key: "marketing",
  defaultCountry: "CH",
  defaultLanguage: "FRS",
  defaultCompanySalutation: "COMPANY",
  defaultPersonSalutation: "UNISEX",
};

function facts(values: Partial<CreateFacts> = {}): CreateFacts {
  return {
    newId: countingIds(),
    no: "CT000001",
    setting,
    userSalesperson: "CRO",
    ...values,
  };
}

function created(result: ReturnType<typeof createCompany>): Contact {
  if (!result.ok) throw new Error(result.error.kind);
  expect(result.value).toHaveLength(1);
  const [change] = result.value;
  if (change?.c !== "contacts" || !change.after) throw new Error("no insert");
  expect(change.before).toBeNull();
  expect(change.id).toBe(change.after.id);
  expect(Contact.fields.safeParse(change.after).error).toBeUndefined();
  return change.after;
}

describe("a new company", () => {
  it("A1: gets its city, search name, own number, defaults and normal VAT number", () => {
    const company = created(
      createCompany(facts(), {
        name: "Fromagerie Gruyère-Est SA",
        address: "Route de la Gare 12",
        postCode: "1630",
        phone: "+41 26 555 01 23",
        vatNo: "che-116.073.488 tva",
        email: "info@gruyere-est.example",
      }),
    );
    expect(company).toEqual({
      id: company.id,
      type: "company",
      name: "Fromagerie Gruyère-Est SA",
      no: "CT000001",
      searchName: "FROMAGERIE GRUYÈRE-EST SA",
      companyId: company.id,
      companyName: "Fromagerie Gruyère-Est SA",
      address: "Route de la Gare 12",
      postCode: "1630",
      city: "Bulle",
      county: "FR",
      country: "CH",
      language: "FRS",
      salesperson: "CRO",
      salutation: "COMPANY",
      phone: "+41 26 555 01 23",
      email: "info@gruyere-est.example",
      vatNo: "CHE-116.073.488 TVA",
    });
  });

  it("A1: a refused telephone number or VAT number is left out, the rest is kept", () => {
    const company = created(
      createCompany(facts(), {
        name: "Fromagerie Gruyère-Est SA",
        phone: "+41 26 FROMAGE",
        vatNo: "CH 12",
        city: "Bulle",
      }),
    );
    expect(company.phone).toBeUndefined();
    expect(company.vatNo).toBeUndefined();
    expect(company.postCode).toBe("1630");
  });

  it("TYP-2: its company is itself", () => {
    const company = created(createCompany(facts(), { name: "Favre Sàrl" }));
    expect(company.companyId).toBe(company.id);
    expect(company.companyName).toBe("Favre Sàrl");
  });

  it("TYP-4: takes no name parts and no job title", () => {
    const company = created(
      createCompany(facts(), {
        name: "Favre Sàrl",
        firstName: "Paul",
        jobTitle: "Chef",
      }),
    );
    expect(company.firstName).toBeUndefined();
    expect(company.jobTitle).toBeUndefined();
  });

  it("DEF-1: only blank fields are filled", () => {
    const full = { ...setting, defaultTerritory: "ROM" };
    const typed = { name: "x", territory: "TI", language: "ITS" };
    const company = created(createCompany(facts({ setting: full }), typed));
    expect(company).toMatchObject({ territory: "TI", language: "ITS" });
    expect(
      created(createCompany(facts({ setting: full }), { name: "x" })).territory,
    ).toBe("ROM");
  });

  it("DEF-1: the language of the place is better than the default one", () => {
    const company = created(
      createCompany(facts(), { name: "x", postCode: "8005" }),
    );
    expect(company).toMatchObject({ city: "Zürich", language: "DES" });
  });

  it("DEF-1: before the first sync the starter set-up applies", () => {
    expect(
      created(createCompany(facts({ setting: null }), { name: "x" })),
    ).toMatchObject({ country: "CH", language: "FRS", salutation: "COMPANY" });
  });

  it("DEF-1: until somebody sets it up, contacts speak what the screen speaks", () => {
    const at = (screen: string) =>
      created(
        createCompany(facts({ setting: firstSettingFor(screen) }), {
          name: "Keller Metallbau AG",
        }),
      ).language;
    expect(["fr-CH", "de-CH", "it-CH", "en"].map(at)).toEqual([
      ...["FRS", "DES", "ITS", "FRS"],
    ]);
  });

  it("DEF-2: the user's own salesperson code comes before the set-up's", () => {
    const house = { ...setting, defaultSalesperson: "SKE" };
    const of = (userSalesperson: string | null) =>
      created(
        createCompany(facts({ setting: house, userSalesperson }), {
          name: "x",
        }),
      ).salesperson;
    expect(of("CRO")).toBe("CRO");
    expect(of(null)).toBe("SKE");
  });

  it("NUM-1: carries the number it was given, or none", () => {
    const provisional = facts({ no: "CT~7KQ2M" });
    expect(created(createCompany(provisional, { name: "x" })).no).toBe(
      "CT~7KQ2M",
    );
    expect(
      "no" in created(createCompany(facts({ no: null }), { name: "x" })),
    ).toBe(false);
  });

  it("LOC-3: a post code of Liechtenstein is not put in Switzerland", () => {
    expect(
      created(createCompany(facts(), { name: "x", postCode: "9490" })),
    ).toMatchObject({ city: "Vaduz", country: "LI", language: "DES" });
  });

  it("is refused without a name, whatever else was typed", () => {
    expect(createCompany(facts(), { name: " ", city: "Bulle" })).toEqual({
      ok: false,
      error: { kind: "name-missing" },
    });
    expect(createCompany(facts(), { city: "Bulle" }).ok).toBe(false);
  });
});

describe("a new person", () => {
  const company = gruyere();

  it("A2: Luc takes over the company's values and keeps his own", () => {
    const luc = created(
      createPerson(
        { ...facts(), company },
        {
          name: "Luc Pasquier",
          jobTitle: "Acheteur",
          mobile: "+41 79 555 10 10",
          responsibilities: ["PURCHASE"],
        },
      ),
    );
    expect(luc).toMatchObject({
      type: "person",
      companyId: company.id,
      companyName: "Fromagerie Gruyère-Est SA",
      firstName: "Luc",
      surname: "Pasquier",
      searchName: "LUC PASQUIER",
      jobTitle: "Acheteur",
      responsibilities: ["PURCHASE"],
      mobile: "+41 79 555 10 10",
      address: "Route de la Gare 12",
      postCode: "1630",
      city: "Bulle",
      phone: "+41 26 555 01 23",
      email: "info@gruyere-est.example",
      language: "FRS",
      salesperson: "CRO",
      salutation: "UNISEX",
    });
    expect(luc.vatNo).toBeUndefined();
  });

  it("A3: an independent person inherits nothing and keeps the typed language", () => {
    const annina = created(
      createPerson(
        { ...facts({ userSalesperson: "SKE" }), company: null },
        {
          name: "Annina Caduff Derungs",
          jobTitle: "Traductrice",
          address: "Obere Gasse 11",
          postCode: "7000",
          city: "Chur",
          county: "GR",
          language: "RMC",
          phone: "+41 81 555 20 20",
          email: "annina@caduff.example",
        },
      ),
    );
    expect(annina).toMatchObject({
      firstName: "Annina",
      middleName: "Caduff",
      surname: "Derungs",
      country: "CH",
      county: "GR",
      language: "RMC",
      salesperson: "SKE",
      salutation: "UNISEX",
    });
    expect("companyId" in annina).toBe(false);
    expect("companyName" in annina).toBe(false);
  });

  it("INH-7: inherited values beat defaults and what the post code suggests", () => {
    const german = gruyere({ language: "DES", salesperson: "SKE" });
    const of = (draft: object) =>
      created(
        createPerson(
          { ...facts(), company: german },
          { name: "Luc Pasquier", ...draft },
        ),
      );
    expect(of({})).toMatchObject({ language: "DES", salesperson: "SKE" });
    expect(of({ postCode: "1700" })).toMatchObject({
      city: "Fribourg",
      language: "DES",
    });
  });

  it("INH-2: what was typed on the new card itself is not overwritten", () => {
    const luc = created(
      createPerson(
        { ...facts(), company },
        { name: "Luc Pasquier", language: "ENG", phone: "+41 26 555 77 77" },
      ),
    );
    expect(luc).toMatchObject({ language: "ENG", phone: "+41 26 555 77 77" });
  });

  it("INH-1: a flag that is off falls back to the default", () => {
    const off = { ...setting, inheritLanguage: false };
    const german = gruyere({ language: "DES" });
    const person = created(
      createPerson(
        { ...facts({ setting: off }), company: german },
        { name: "Luc Pasquier" },
      ),
    );
    expect(person.language).toBe("FRS");
  });

  it("NAM-1: name parts typed instead of a name make the name", () => {
    const person = created(
      createPerson(
        { ...facts(), company: null },
        { firstName: "Maria Luisa", surname: "van den Berg" },
      ),
    );
    expect(person).toMatchObject({
      name: "Maria Luisa van den Berg",
      searchName: "MARIA LUISA VAN DEN BERG",
      firstName: "Maria Luisa",
      surname: "van den Berg",
    });
  });

  it("NAM-1: name parts that make too long a name are refused", () => {
    expect(
      createPerson(
        { ...facts(), company: null },
        { firstName: "x".repeat(60), surname: "y".repeat(60) },
      ),
    ).toEqual({ ok: false, error: { kind: "name-too-long" } });
  });

  it("TYP-1: the employer must be a company", () => {
    const employer: Contact = { ...company, type: "person" };
    expect(
      createPerson({ ...facts(), company: employer }, { name: "Luc" }),
    ).toEqual({ ok: false, error: { kind: "not-a-company" } });
  });

  it("PRV-2: a minor is blocked from the first moment", () => {
    const child = created(
      createPerson({ ...facts(), company: null }, { name: "Léa", minor: true }),
    );
    expect(child).toMatchObject({ minor: true, privacyBlocked: true });
  });
});
