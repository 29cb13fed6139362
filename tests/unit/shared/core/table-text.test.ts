import { expect, test } from "vitest";
import {
  toCsv,
  toTabbedText,
  withoutFormula,
} from "../../../../shared/core/table-text.ts";

test("CSV has a byte order mark, semicolons and quotes where they are needed", () => {
  expect(
    toCsv([
      ["Nom", "Lieu"],
      ['Favre "Frères"; SA', "Bulle\nGruyère"],
      [" blanc ", "a,b"],
    ]),
  ).toBe(
    '\uFEFFNom;Lieu\r\n"Favre ""Frères""; SA";"Bulle\nGruyère"\r\n" blanc ";"a,b"\r\n',
  );
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-2+3+cmd|'x'", "'-2+3+cmd|'x'"],
  ["\t=1", "'\t=1"],
  ["+41 26 555 01 23", "+41 26 555 01 23"],
  ["-12.50", "-12.50"],
  ["Favre SA", "Favre SA"],
])("a formula is neutralised, a telephone number is not: %s", (cell, safe) => {
  expect(withoutFormula(cell)).toBe(safe);
});

test("copied rows have one line each and no formula", () => {
  expect(
    toTabbedText([
      ["Nom", "Note"],
      ["=A1", "deux\nlignes\tet"],
    ]),
  ).toBe("Nom\tNote\r\n'=A1\tdeux lignes et");
});
