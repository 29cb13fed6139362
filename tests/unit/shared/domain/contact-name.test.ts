import { describe, expect, it } from "vitest";
import {
  displayName,
  joinName,
  searchNameOf,
  sortName,
  splitName,
  withName,
  withNameParts,
} from "../../../../shared/domain/contact-name.ts";
import { gruyere, person } from "./contact-builder.ts";

describe("the parts of a name", () => {
  it.each([
    [
      "Annina Caduff Derungs",
      { firstName: "Annina", middleName: "Caduff", surname: "Derungs" },
    ],
    ["Jean-Pierre Rochat", { firstName: "Jean-Pierre", surname: "Rochat" }],
    [
      "Maria Luisa van den Berg",
      { firstName: "Maria Luisa van", middleName: "den", surname: "Berg" },
    ],
    ["Luc", { firstName: "Luc" }],
    ["  Luc \t Pasquier ", { firstName: "Luc", surname: "Pasquier" }],
    ["", {}],
  ])("NAM-1: %s is split on blanks", (name, parts) => {
    expect(splitName(name)).toEqual(parts);
  });

  it("NAM-1: parts make the name again", () => {
    expect(joinName(splitName("Annina Caduff Derungs"))).toBe(
      "Annina Caduff Derungs",
    );
    expect(joinName({ surname: " Berg " })).toBe("Berg");
  });

  it("NAM-1: a corrected part rebuilds the name", () => {
    const before = withName(person(), "Maria Luisa van den Berg");
    const after = withNameParts(before, {
      firstName: "Maria Luisa",
      surname: "van den Berg",
    });
    expect(after).toMatchObject({
      name: "Maria Luisa van den Berg",
      firstName: "Maria Luisa",
      surname: "van den Berg",
    });
    expect("middleName" in after).toBe(false);
  });

  it("NAM-1: taking every part away leaves the name", () => {
    expect(withNameParts(person(), {}).name).toBe("Luc Pasquier");
  });
});

describe("the search name", () => {
  it("NAM-2: is the upper-case shadow of the name", () => {
    expect(searchNameOf("Fromagerie Gruyère-Est SA")).toBe(
      "FROMAGERIE GRUYÈRE-EST SA",
    );
    expect(searchNameOf("ß".repeat(80))).toHaveLength(100);
  });

  it("NAM-2: follows the name while nobody typed another", () => {
    expect(withName(gruyere(), "Gruyère-Est Fromages SA").searchName).toBe(
      "GRUYÈRE-EST FROMAGES SA",
    );
    const { searchName: _, ...without } = gruyere();
    expect(withName(without, "Autre SA").searchName).toBe("AUTRE SA");
  });

  it("NAM-2: no longer follows once typed", () => {
    const typed = gruyere({ searchName: "FROMAGES" });
    expect(withName(typed, "Gruyère-Est Fromages SA").searchName).toBe(
      "FROMAGES",
    );
  });
});

it("TYP-2: renaming a company renames its company name", () => {
  expect(withName(gruyere(), "Autre SA")).toMatchObject({
    name: "Autre SA",
    companyName: "Autre SA",
  });
});

describe("names as shown", () => {
  it("a person is sorted by surname, a company by its name", () => {
    expect(sortName(withName(person(), "Annina Caduff Derungs"))).toBe(
      "Derungs Annina Caduff",
    );
    expect(sortName(withName(person(), "Luc"))).toBe("Luc");
    expect(sortName(gruyere())).toBe("Fromagerie Gruyère-Est SA");
  });

  it("a person is shown with the employer", () => {
    expect(displayName(person({ companyName: "Helvetia Präzision AG" }))).toBe(
      "Luc Pasquier (Helvetia Präzision AG)",
    );
    expect(displayName(person())).toBe("Luc Pasquier");
    expect(displayName(gruyere())).toBe("Fromagerie Gruyère-Est SA");
  });
});
