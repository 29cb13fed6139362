import { expect, it } from "vitest";
import {
  hasLetters,
  phoneE164,
  prettyPhone,
} from "../../../../shared/domain/phone.ts";

it("LOC-1: letters are seen in any script, signs are not letters", () => {
  expect(hasLetters("+41 26 FROMAGE")).toBe(true);
  expect(hasLetters("+41 26 ф")).toBe(true);
  expect(hasLetters("+41 (0)26/555.01-23 #4")).toBe(false);
});

it.each([
  ["026 555 01 23", "+41265550123"],
  ["+41 26 555 01 23", "+41265550123"],
  ["0041265550123", "+41265550123"],
  ["021/555.12.12", "+41215551212"],
  ["+41 (0)79 555 10 10", "+41795551010"],
])("LOC-1: %s is dialled as %s", (typed, dialled) => {
  expect(phoneE164(typed)).toBe(dialled);
});

it("LOC-1: a number without prefix is taken to be in the contact's country", () => {
  expect(phoneE164("089 1234567", "DE")).toBe("+49891234567");
  expect(phoneE164("026 555 01 23", "??")).toBe("+41265550123");
});

it("LOC-1: a Swiss number is shown in groups, what is no number as typed", () => {
  expect(prettyPhone("0265550123")).toBe("+41 26 555 01 23");
  expect(prettyPhone("12")).toBe("12");
  expect(prettyPhone("021 555 12 12 / 079 555 10 10")).toBe(
    "021 555 12 12 / 079 555 10 10",
  );
});
