import { expect, it } from "vitest";
import { checkVat } from "../../../../shared/domain/vat.ts";

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

it("LOC-2: a foreign number is kept, upper-cased", () => {
  expect(checkVat("de 123456789", "DE")).toEqual({
    kind: "ok",
    value: "DE 123456789",
  });
  expect(checkVat("fr12345678901")).toEqual({
    kind: "ok",
    value: "FR12345678901",
  });
  expect(checkVat("?", "DE")).toEqual({ kind: "pattern" });
});
