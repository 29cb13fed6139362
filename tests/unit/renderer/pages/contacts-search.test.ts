import { expect, test } from "vitest";
import { readContactsSearch } from "../../../../renderer/pages/contacts-search.ts";

test("what is unreadable in the address is the plain list", () => {
  expect(readContactsSearch({})).toEqual({});
  expect(readContactsSearch({ text: 5, kind: "lawyers" })).toEqual({});
  expect(readContactsSearch({ text: "", kind: "all" })).toEqual({});
});

test("text and kind come back", () => {
  expect(readContactsSearch({ text: "faz ge", kind: "companies" })).toEqual({
    text: "faz ge",
    kind: "companies",
  });
});
