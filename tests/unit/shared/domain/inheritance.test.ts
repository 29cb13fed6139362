import { describe, expect, it } from "vitest";
import {
  breakInheritance,
  inheritedFields,
  inheritFlagsOf,
  inheritOnCompanyChange,
  inheritOnJoin,
  resetToCompany,
} from "../../../../shared/domain/inheritance.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { gruyere, helvetia, person } from "./contact-builder.ts";

const on = inheritFlagsOf(null);

function joined(values: Partial<Contact> = {}): Contact {
  return inheritOnJoin(person(values), gruyere(), null, on);
}

function after(change: Partial<Contact>, values: Partial<Contact> = {}) {
  return inheritOnCompanyChange(
    gruyere(),
    gruyere(change),
    { ...joined(), ...values },
    on,
  );
}

describe("inheritance flags", () => {
  it("INH-1: every flag is on by default", () => {
    expect(Object.values(on)).toEqual(Array(7).fill(true));
  });

  it("INH-1: a flag that the set-up switched off is off", () => {
    const flags = inheritFlagsOf({
      id: gruyere().id,
      key: "marketing",
      inheritLanguage: false,
    });
    expect(flags.language).toBe(false);
    expect(flags.address).toBe(true);
  });
});

describe("joining a company", () => {
  it("INH-2: salesperson, territory, country, language and region are overwritten", () => {
    const company = gruyere({ territory: "ROM", formatRegion: "fr-CH" });
    const before = person({ language: "RMC", salesperson: "MBE" });
    expect(inheritOnJoin(before, company, null, on)).toMatchObject({
      companyId: company.id,
      companyName: company.name,
      salesperson: "CRO",
      territory: "ROM",
      country: "CH",
      language: "FRS",
      formatRegion: "fr-CH",
    });
  });

  it("INH-2: a flag that is off keeps the person's value", () => {
    const flags = { ...on, language: false };
    const before = person({ language: "RMC" });
    expect(inheritOnJoin(before, gruyere(), null, flags).language).toBe("RMC");
  });

  it("INH-3: an entirely blank address is filled as a block", () => {
    expect(joined()).toMatchObject({
      address: "Route de la Gare 12",
      postCode: "1630",
      city: "Bulle",
      county: "FR",
    });
  });

  it("INH-3: one typed part of an address keeps the whole block the person's own", () => {
    expect(joined({ city: "Fribourg" })).toMatchObject({ city: "Fribourg" });
    expect(joined({ city: "Fribourg" }).address).toBeUndefined();
  });

  it("INH-3: an address identical to the previous company's moves on as a block", () => {
    const moved = inheritOnJoin(joined(), helvetia(), gruyere(), on);
    expect(moved).toMatchObject({
      address: "Industriestrasse 45",
      postCode: "8005",
      city: "Zürich",
      county: "ZH",
    });
  });

  it("INH-3: an address that differs from the previous company's stays", () => {
    const before = { ...joined(), address: "Chemin privé 1" };
    expect(inheritOnJoin(before, helvetia(), gruyere(), on)).toMatchObject({
      address: "Chemin privé 1",
      city: "Bulle",
    });
  });

  it("INH-4: each channel is copied only where the person has none", () => {
    const company = gruyere({
      mobile: "+41 79 555 00 00",
      correspondence: "email",
    });
    const before = person({ mobile: "+41 79 555 10 10" });
    expect(inheritOnJoin(before, company, null, on)).toMatchObject({
      mobile: "+41 79 555 10 10",
      phone: "+41 26 555 01 23",
      email: "info@gruyere-est.example",
      correspondence: "email",
    });
  });

  it("INH-4: a channel equal to the previous company's becomes the new one's", () => {
    const before = { ...joined(), email: "luc.pasquier@gruyere-est.example" };
    const moved = inheritOnJoin(before, helvetia(), gruyere(), on);
    expect(moved.phone).toBe("+41 44 555 20 00");
    expect(moved.email).toBe("luc.pasquier@gruyere-est.example");
  });

  it("INH-4: a channel that only the previous company had goes with it", () => {
    const moved = inheritOnJoin(joined(), helvetia(), gruyere(), on);
    expect("email" in moved).toBe(false);
  });
});

describe("a change on the company", () => {
  it("INH-5: reaches a person who has the old value", () => {
    expect(after({ phone: "+41 26 555 99 00" }).phone).toBe("+41 26 555 99 00");
  });

  it("INH-5: blank equals blank, so a first value arrives too", () => {
    expect(after({ territory: "ROM" }).territory).toBe("ROM");
  });

  it("INH-5: a value taken off the company is taken off its people", () => {
    const old = gruyere();
    const { phone: _, ...without } = old;
    const changed = inheritOnCompanyChange(old, without, joined(), on);
    expect("phone" in changed).toBe(false);
  });

  it("INH-5: a manual edit stops it, restoring the equal value starts it again", () => {
    const own = { email: "luc.pasquier@gruyere-est.example" };
    const change = { email: "contact@gruyere-est.example" };
    expect(after(change, own).email).toBe(own.email);
    expect(after(change, { email: "info@gruyere-est.example" }).email).toBe(
      change.email,
    );
  });

  it("INH-5: a flag that is off lets nothing through", () => {
    const flags = { ...on, language: false };
    const before = joined();
    expect(
      inheritOnCompanyChange(
        gruyere(),
        gruyere({ language: "ITS" }),
        before,
        flags,
      ),
    ).toBe(before);
  });

  it("INH-5: says that nothing changes by returning the same person", () => {
    const before = joined();
    expect(
      inheritOnCompanyChange(gruyere(), gruyere({ name2: "x" }), before, on),
    ).toBe(before);
  });

  it("INH-5: reaches nobody who works elsewhere", () => {
    const before = { ...joined(), companyId: helvetia().id };
    expect(
      inheritOnCompanyChange(
        gruyere(),
        gruyere({ name: "Autre", phone: "+41 26 555 99 00" }),
        before,
        on,
      ),
    ).toBe(before);
  });

  it("INH-6: the whole address block must be equal, then only changed parts are written", () => {
    expect(after({ address: "Rue du Moléson 4" })).toMatchObject({
      address: "Rue du Moléson 4",
      city: "Bulle",
    });
    expect(
      after({ address: "Rue du Moléson 4" }, { city: "La Tour-de-Trême" })
        .address,
    ).toBe("Route de la Gare 12");
  });

  it("INH-6: a canton typed on the person survives a change of the block", () => {
    expect(
      after({ address: "Rue du Moléson 4", county: "VD" }, { county: "BE" }),
    ).toMatchObject({ address: "Rue du Moléson 4", county: "BE" });
  });

  it("INH-6: correspondence is not propagated", () => {
    const before = joined();
    expect(
      inheritOnCompanyChange(
        gruyere(),
        gruyere({ correspondence: "email" }),
        before,
        on,
      ),
    ).toBe(before);
  });

  it("MAI-1: mailing groups are everybody's own, never the company's", () => {
    const company = gruyere({ mailingGroups: ["X-GIFT"] });
    const before = inheritOnJoin(person(), company, null, on);
    expect(before).not.toHaveProperty("mailingGroups");
    const changed = gruyere({ mailingGroups: ["X-GIFT", "X-CARD"] });
    expect(inheritOnCompanyChange(company, changed, before, on)).toBe(before);
    const own = { ...before, mailingGroups: ["X-CARD"] };
    expect(inheritOnJoin(own, helvetia(), company, on).mailingGroups).toEqual([
      "X-CARD",
    ]);
  });

  it("NAM-3: a new company name arrives whatever the flags say", () => {
    const off = inheritFlagsOf({
      id: gruyere().id,
      key: "marketing",
      inheritAddress: false,
      inheritCommunication: false,
    });
    const renamed = gruyere({ name: "Gruyère-Est Fromages SA" });
    expect(
      inheritOnCompanyChange(gruyere(), renamed, joined(), off).companyName,
    ).toBe("Gruyère-Est Fromages SA");
  });
});

describe("the inherited mark", () => {
  it("INH-9: marks what equals the company's and would follow, nothing empty", () => {
    const marked = inheritedFields(
      joined({ mobile: "+41 79 555 10 10" }),
      gruyere(),
      on,
    );
    expect([...marked].sort()).toEqual(
      [
        "address",
        "city",
        "country",
        "county",
        "email",
        "language",
        "phone",
        "postCode",
        "salesperson",
      ].sort(),
    );
  });

  it("INH-9: no part of an address is marked once one part differs", () => {
    const marked = inheritedFields(
      { ...joined(), address: "Chemin privé 1" },
      gruyere(),
      on,
    );
    expect(marked.has("city")).toBe(false);
  });

  it("INH-9: reset gives one field back to the company", () => {
    const own = { ...joined(), email: "luc@gruyere-est.example" };
    const reset = resetToCompany(own, gruyere(), "email");
    expect(reset.email).toBe("info@gruyere-est.example");
    expect(inheritedFields(reset, gruyere(), on).has("email")).toBe(true);
  });

  it("INH-9: reset of one part of the address brings the whole block back", () => {
    const own = { ...joined(), address: "Chemin privé 1", city: "Riaz" };
    expect(resetToCompany(own, gruyere(), "city")).toMatchObject({
      address: "Route de la Gare 12",
      city: "Bulle",
    });
  });

  it("INH-9: reset leaves a field that is never inherited alone", () => {
    const own = { ...joined(), jobTitle: "Acheteur" };
    expect(resetToCompany(own, gruyere(), "jobTitle")).toBe(own);
  });
});

describe("broken inheritance", () => {
  const broken = breakInheritance(joined(), "phone");

  it("INH-9: a field that was broken off stays, though its value is the company's", () => {
    expect(broken.phone).toBe(gruyere().phone);
    expect(inheritedFields(broken, gruyere(), on).has("phone")).toBe(false);
    const changed = inheritOnCompanyChange(
      gruyere(),
      gruyere({ phone: "+41 26 555 99 00", email: "neu@example.ch" }),
      broken,
      on,
    );
    expect(changed).toMatchObject({
      phone: gruyere().phone,
      email: "neu@example.ch",
    });
  });

  it("INH-9: reset follows again", () => {
    const reset = resetToCompany(broken, gruyere(), "phone");
    expect(reset).toEqual(joined());
    expect(inheritedFields(reset, gruyere(), on).has("phone")).toBe(true);
  });

  it("INH-9: one part of the address breaks the whole block off", () => {
    const alone = breakInheritance(joined(), "city");
    expect(
      inheritOnCompanyChange(
        gruyere(),
        gruyere({ address: "Rue du Moléson 4" }),
        alone,
        on,
      ).address,
    ).toBe("Route de la Gare 12");
    expect(resetToCompany(alone, gruyere(), "postCode")).toEqual(joined());
    expect(breakInheritance(alone, "county")).toBe(alone);
  });

  it("INH-2, INH-4: a move overwrites what it always overwrites, and leaves a broken channel alone", () => {
    const both = breakInheritance(broken, "language");
    const moved = inheritOnJoin(both, helvetia(), gruyere(), on);
    expect(moved).toMatchObject({
      language: "DES",
      phone: gruyere().phone,
      ownFields: ["phone"],
    });
  });

  it("a field that is never inherited cannot be broken off", () => {
    expect(breakInheritance(broken, "jobTitle")).toBe(broken);
  });
});
