import { describe, expect, test } from "vitest";
import {
  phoneForms,
  phoneQuery,
} from "../../../../shared/domain/phone-digits.ts";

describe("a stored number is found however it is typed", () => {
  test.each([
    ["+41 26 411 02 03", "41264110203 0264110203"],
    ["0041 26 411 02 03", "41264110203 0264110203"],
    ["026 411 02 03", "41264110203 0264110203"],
    ["+41 (0)26 411 02 03", "410264110203 0264110203"],
    ["+33 1 23 45 67 89", "33123456789"],
    ["1414", "1414"],
    ["-", ""],
  ])("%s", (stored, forms) => {
    expect(phoneForms(stored)).toBe(forms);
  });
});

test.each([
  ["026 41", "02641"],
  ["+41 26", "4126"],
  ["0041 26", "4126"],
  ["02", null],
  ["Rue 100", null],
])("%s asks for %s", (typed, digits) => {
  expect(phoneQuery(typed)).toBe(digits);
});
