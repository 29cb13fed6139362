import { expect, it } from "vitest";
import { checkVat, vatKey } from "../../../../shared/domain/vat.ts";

it.each([
  ["che-116.073.488 tva", "CHE-116.073.488 TVA"],
  ["CHE116073488TVA", "CHE-116.073.488 TVA"],
  ["CHE 109 346 250 MWST", "CHE-109.346.250 MWST"],
  ["CHE109346250", "CHE-109.346.250"],
  ["CHE-314.902.152 TVA", "CHE-314.902.152 TVA"],
  ["CHE-195.634.787 IVA", "CHE-195.634.787 IVA"],
  ["CHE-123.456.788 TVA", "CHE-123.456.788 TVA"],
])("LOC-2: %s is stored as %s", (typed, value) => {
  expect(checkVat(typed, "CH")).toEqual({ kind: "ok", value });
});

it("LOC-2: a wrong check digit is only a warning", () => {
  expect(checkVat("CHE-123.456.789 TVA", "CH")).toEqual({
    kind: "check-digit",
    value: "CHE-123.456.789 TVA",
  });
});

it("LOC-2: numbers whose check digit would be 10 do not exist", () => {
  // 4·3 = 12, one more than 11: the check digit would be 10.
  for (let digit = 0; digit < 10; digit++) {
    expect(checkVat(`CHE-000.000.03${digit}`, "CH").kind).toBe("check-digit");
  }
});

it("LOC-2: what is not of the pattern is refused", () => {
  for (const typed of ["CH 12", "CHE-12.345.678 TVA", "CHE-123.456.788 XYZ"]) {
    expect(checkVat(typed, "CH")).toEqual({ kind: "pattern" });
    expect(checkVat(typed)).toEqual({ kind: "pattern" });
  }
  expect(checkVat("CHE-12", "DE")).toEqual({ kind: "pattern" });
});

it.each([
  ["AT", "ATU13585627"],
  ["BE", "BE0428759497"],
  ["BG", "BG175074752"],
  ["CY", "CY10259033P"],
  ["CZ", "CZ25123891"],
  ["DE", "DE136695976"],
  ["DK", "DK13585628"],
  ["EE", "EE100931558"],
  ["ES", "ESA13585625"],
  ["FI", "FI20774740"],
  ["FR", "FR40303265045"],
  ["GB", "GB980780684"],
  ["GR", "EL094259216"],
  ["HR", "HR33392005961"],
  ["HU", "HU12892312"],
  ["IE", "IE6433435F"],
  ["IT", "IT00743110157"],
  ["LT", "LT119511515"],
  ["LU", "LU15027442"],
  ["LV", "LV40003521600"],
  ["MT", "MT11679112"],
  ["NL", "NL004495445B01"],
  ["PL", "PL8567346215"],
  ["PT", "PT501964843"],
  ["RO", "RO18547290"],
  ["SE", "SE556188840401"],
  ["SI", "SI50223054"],
  ["SK", "SK2022749619"],
])("LOC-2: a number of %s follows its country's rule", (country, value) => {
  const good = { kind: "ok", value };
  expect(checkVat(value.toLowerCase(), country)).toEqual(good);
  expect(checkVat(value)).toEqual(good);
  expect(checkVat(value.slice(2), country)).toEqual(good);
  expect(checkVat(`${value}99999`, country)).toEqual({ kind: "pattern" });
});

it("LOC-2: a wrong check digit abroad is a warning as well", () => {
  expect(checkVat("DE 123 456 789", "DE")).toEqual({
    kind: "check-digit",
    value: "DE123456789",
  });
  expect(checkVat("DE 12", "DE")).toEqual({ kind: "pattern" });
});

it("LOC-2: a number of another country is none of this one's, and gets no second letters", () => {
  for (const typed of ["DE136695976", "DE 123 456 789", "GR094259216"])
    expect(checkVat(typed, "FR")).toEqual({ kind: "pattern" });
});

it("LOC-2: where nobody knows the rule the number is kept, upper-cased", () => {
  expect(checkVat("us 98-7654321", "US")).toEqual({
    kind: "ok",
    value: "US 98-7654321",
  });
  expect(checkVat("?", "US")).toEqual({ kind: "pattern" });
});

it("LOC-2: spellings of one number are one number, in every official language", () => {
  const spellings = [
    "CHE-116.073.488 TVA",
    "che116073488mwst",
    "CHE 116 073 488",
    "CHE-116.073.488 IVA",
  ];
  expect(new Set(spellings.map(vatKey))).toEqual(new Set(["CHE116073488"]));
  expect(vatKey("DE 136695976")).toBe("DE136695976");
});
