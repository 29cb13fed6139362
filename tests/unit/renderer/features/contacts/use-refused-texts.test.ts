import { expect, test } from "vitest";
import { readTexts } from "../../../../../renderer/features/contacts/use-refused-texts.ts";

test("kept texts come back with their reason", () => {
  const value = { phone: { text: "026 FROMAGE", code: "letters-in-phone" } };
  expect([...readTexts(value)]).toEqual([
    ["phone", { text: "026 FROMAGE", code: "letters-in-phone" }],
  ]);
});

test("a draft of another shape gives nothing", () => {
  expect(readTexts(null).size).toBe(0);
  expect(readTexts("text").size).toBe(0);
  expect(readTexts({ phone: { text: 5 }, email: null }).size).toBe(0);
});
