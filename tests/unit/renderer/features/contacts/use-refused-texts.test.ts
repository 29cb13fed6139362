import { expect, test } from "vitest";
import { withoutStored } from "../../../../../renderer/features/contacts/use-refused-texts.ts";
import { readTexts } from "../../../../../renderer/local-store/refused-texts.ts";

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

test("a half-typed text that was saved after all is not kept; a refused one is", () => {
  const texts = new Map([
    ["phone", { text: "026 411 02 03 ", code: "not-finished" as const }],
    ["email", { text: "luc@", code: "not-finished" as const }],
    ["name", { text: "Fromagerie", code: "not-saved" as const }],
  ]);
  const contact = {
    id: "0190a000-0000-7000-8000-000000000001",
    type: "company" as const,
    name: "Fromagerie",
    phone: "026 411 02 03",
  };
  expect([...withoutStored(texts, contact).keys()]).toEqual(["email", "name"]);
});

test("of a further channel as well, by the item that it belongs to", () => {
  const item = "0190a000-0000-7000-8000-0000000000a1";
  const texts = new Map([
    [`more/phone/${item}/value`, { text: "1", code: "not-finished" as const }],
    [`more/phone/${item}/label`, { text: "x", code: "not-finished" as const }],
  ]);
  const contact = {
    id: "0190a000-0000-7000-8000-000000000001",
    type: "company" as const,
    name: "Fromagerie",
    more: { [item]: { kind: "phone" as const, value: "1" } },
  };
  expect([...withoutStored(texts, contact).keys()]).toEqual([
    `more/phone/${item}/label`,
  ]);
});
