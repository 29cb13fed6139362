import { expect, test } from "vitest";
import { readContactsSearch } from "../../../../renderer/pages/contacts-search.ts";

test("what is unreadable in the address is the plain list", () => {
  expect(readContactsSearch({})).toEqual({});
  expect(readContactsSearch({ text: 5, view: "" })).toEqual({});
  expect(readContactsSearch({ text: "", kind: "all" })).toEqual({});
});

test("view, text, filter and order come back", () => {
  const address = {
    view: "companies",
    text: "faz ge",
    filter: { all: [{ column: "city", op: "is", values: ["Bulle"] }] },
    sort: [{ column: "city", descending: true }],
    tree: true,
  };
  expect(readContactsSearch(address)).toEqual(address);
});

test("what this version does not understand of a filter or an order is the view's own", () => {
  expect(
    readContactsSearch({
      filter: { all: [{ column: "shoe size", op: "is", values: [] }] },
      sort: [{ column: "shoe size", descending: false }],
    }),
  ).toEqual({});
});

test("an address of before the views goes to the view of that kind", () => {
  expect(readContactsSearch({ kind: "persons" })).toEqual({ view: "persons" });
});
