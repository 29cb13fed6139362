import { describe, expect, it } from "vitest";
import { addressLines } from "../../../../shared/domain/address-lines.ts";
import {
  LABEL_SHEETS,
  labelPlaces,
} from "../../../../shared/domain/label-sheet.ts";
import { gruyere, person } from "./contact-builder.ts";

describe("labels", () => {
  it("begin behind those that were used, and go on on the next sheet", () => {
    const pages = labelPlaces(LABEL_SHEETS.L7160, 4, 20);
    expect(pages).toEqual([
      [
        { left: 73.25, top: 243.75 },
        { left: 139.29, top: 243.75 },
      ],
      [
        { left: 7.21, top: 15.15 },
        { left: 73.25, top: 15.15 },
      ],
    ]);
  });

  it.each(Object.entries(LABEL_SHEETS))(
    "of %s stay on their paper and beside each other",
    (_, sheet) => {
      const [page = []] = labelPlaces(sheet, sheet.columns * sheet.rows);
      const { width, height } = sheet.label;
      const last = page.at(-1) ?? { left: 0, top: 0 };
      expect(page).toHaveLength(sheet.columns * sheet.rows);
      // The right and lower margins are those on the left and above, to half a millimetre.
      if (sheet.rows > 1) {
        expect(
          Math.abs(sheet.page.width - last.left - width - sheet.left),
        ).toBeLessThan(0.5);
        expect(
          Math.abs(sheet.page.height - last.top - height - sheet.top),
        ).toBeLessThan(0.5);
        expect(sheet.across).toBeGreaterThanOrEqual(width);
      } else {
        expect(last.left + width).toBeLessThanOrEqual(sheet.page.width - 10);
        expect(last.top + height).toBeLessThanOrEqual(sheet.page.height - 15);
      }
    },
  );
});

describe("the address on an envelope", () => {
  const name = (code: string) =>
    ({ US: "États-Unis", DE: "Allemagne" })[code] ?? code;

  it("of a company and of a person in it, at home", () => {
    const company = gruyere();
    expect(addressLines(company, "CH", name)).toEqual([
      "Fromagerie Gruyère-Est SA",
      ...[company.address, company.address2].filter(Boolean),
      `${company.postCode} ${company.city}`,
    ]);
  });

  it("goes abroad with its country, and the post code where it belongs there", () => {
    const lines = (country: string, county?: string) =>
      addressLines(
        person({
          ...{ name: "Zoé Müller", companyName: "Muster AG" },
          ...{ address: "Main 1", postCode: "12345", city: "Ulm", country },
          ...(county && { county }),
        }),
        "CH",
        name,
      );
    expect(lines("DE")).toEqual([
      ...["Muster AG", "Zoé Müller", "Main 1", "12345 Ulm", "ALLEMAGNE"],
    ]);
    expect(lines("US", "NY").slice(3)).toEqual(["Ulm, NY 12345", "ÉTATS-UNIS"]);
  });
});
