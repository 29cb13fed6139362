import { describe, expect, it } from "vitest";
import {
  addressedOn,
  LETTER,
  letterDay,
  letterTo,
  WINDOW_SIDES,
} from "../../../../shared/domain/letter.ts";
import { starterCodes } from "../../../../shared/domain/starter-codes.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { gruyere, person } from "./contact-builder.ts";

const formulas = starterCodes.filter(
  ({ kind }) => kind === "salutationFormula",
);
const how = {
  ...{ day: "2026-03-13", formulas, formality: "formal" as const, home: "CH" },
  countryName: (code: string) => code,
} satisfies Parameters<typeof letterTo>[1];
const anna = (more: Partial<Contact> = {}) =>
  person({
    ...{ name: "Anna Meier", firstName: "Anna", surname: "Meier" },
    ...{ companyName: "Muster AG", salutation: "F", language: "DES" },
    ...{ address: "Hauptstrasse 1", postCode: "8001", city: "Zürich" },
    ...more,
  });

describe("a letter", () => {
  it("SAL-1: begins by salutation, language and formality, under the recipient's address", () => {
    expect(letterTo(anna(), how)).toEqual({
      ok: true,
      value: {
        address: ["Muster AG", "Anna Meier", "Hauptstrasse 1", "8001 Zürich"],
        greeting: "Sehr geehrte Frau Anna Meier,",
      },
    });
    expect(letterTo(anna(), { ...how, formality: "informal" })).toMatchObject({
      value: { greeting: "Liebe Anna," },
    });
  });

  it("SAL-1: without a formula there is none, and it says for which salutation and language", () => {
    const annina = anna({ salutation: "UNISEX", language: "RMC" });
    expect(letterTo(annina, how)).toEqual({
      ok: false,
      error: { kind: "no-formula", salutation: "UNISEX", language: "RMC" },
    });
  });

  it("ALT-1: goes to the address that is valid on its day, as a whole", () => {
    const chalet = { code: "CHALET", address: "Sonnenweg 3", city: "Laax" };
    const contact = anna({
      altAddresses: {
        a: {
          ...chalet,
          postCode: "7031",
          from: "2026-07-01",
          to: "2026-08-31",
        },
      },
    });
    const lines = (day: string) => {
      const letter = letterTo(contact, { ...how, day });
      return letter.ok ? letter.value.address : [];
    };
    expect(lines("2026-06-30").at(-1)).toBe("8001 Zürich");
    expect(lines("2026-07-15")).toEqual([
      ...["Anna Meier", "Sonnenweg 3", "7031 Laax"],
    ]);
    expect(lines("2026-09-01").at(-1)).toBe("8001 Zürich");
  });

  it("ALT-1: of a company goes out under the name of the other address", () => {
    const company = gruyere({
      altAddresses: {
        a: {
          ...{ code: "BUREAU2", companyName: "Gruyère-Est, Service achats" },
          ...{ city: "Fribourg", postCode: "1700", from: "2026-01-01" },
        },
      },
    });
    expect(addressedOn(company, "2026-03-13")).toMatchObject({
      ...{ name: "Gruyère-Est, Service achats", city: "Fribourg" },
    });
  });

  it("PRV-1: is not begun with somebody who is blocked, nor to nowhere", () => {
    expect(letterTo(anna({ privacyBlocked: true }), how)).toMatchObject({
      error: { kind: "privacy-blocked" },
    });
    const { city: _city, postCode: _code, ...nowhere } = anna();
    expect(letterTo(nowhere, how)).toMatchObject({
      error: { kind: "no-address" },
    });
  });

  it("says its day in the recipient's language, else in the screen's", () => {
    expect(letterDay("2026-03-13", "DES", "fr-CH")).toBe("13. März 2026");
    expect(letterDay("2026-03-13", "ITS", "fr-CH")).toBe("13 marzo 2026");
    expect(letterDay("2026-03-13", undefined, "fr-CH")).toBe("13 mars 2026");
  });
});

/** Envelopes with a window of 100 × 45 mm, 12 mm from its side, and the height of an A4 page folded for them. */
const ENVELOPES = [
  { name: "C5", width: 229, height: 162, folded: 148.5, top: 48 },
  { name: "C5/6", width: 229, height: 114, folded: 99, top: 49 },
];

describe.each(WINDOW_SIDES)("the address for a window on the %s", (side) => {
  it.each(ENVELOPES)(
    "is seen whole in $name, wherever the sheet slides",
    (it) => {
      const { address, page } = LETTER;
      const window = {
        left: side === "right" ? it.width - 12 - 100 : 12,
        ...{ width: 100, top: it.top, height: 45 },
      };
      for (const x of [0, it.width - page.width])
        for (const y of [0, it.height - it.folded]) {
          const left = address.left[side] + x;
          const top = address.top + y;
          expect(left).toBeGreaterThanOrEqual(window.left);
          expect(left + address.width[side]).toBeLessThanOrEqual(
            window.left + window.width,
          );
          expect(top).toBeGreaterThanOrEqual(window.top);
          expect(top + address.height).toBeLessThanOrEqual(
            window.top + window.height,
          );
        }
    },
  );
});
