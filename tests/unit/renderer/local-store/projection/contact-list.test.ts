import { expect, test } from "vitest";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import type { ListQuery } from "../../../../../renderer/local-store/store.ts";

const projection = createProjection();
projection.applyStored({
  c: "contacts",
  rows: [
    { id: "1", type: "company", name: "Bâtir SA", city: "Sion", no: "CT10" },
    { id: "2", type: "person", name: "Zoé", companyId: "1", city: "Bulle" },
    { id: "3", type: "person", name: "Anne", companyId: "1", no: "CT9" },
    { id: "4", type: "person", name: "Carla", mailingGroups: ["B", "A"] },
    { id: "5", type: "company", name: "Alpes AG", city: "Bulle" },
  ].map((v) => ({ id: v.id, lwt: 1, applied: 0, value: slimContact(v) })),
});
const everything = { text: "", kind: "all", locale: "fr-CH" } as const;
const ids = (query: Partial<ListQuery>) =>
  projection.ids({ ...everything, ...query }).join("");
const inBulle = {
  all: [{ column: "city" as const, op: "is" as const, values: ["Bulle"] }],
};

test("SRC-2: the list is sorted by any column, then by name; what is empty stands last either way", () => {
  const by = (column: "city" | "no", descending: boolean) =>
    ids({ sort: [{ column, descending }] });
  expect(by("city", false)).toBe("52134");
  expect(by("city", true)).toBe("15234");
  expect(by("no", false)).toBe("31542");
});

test("SRC-2: a filter narrows rows, ids, counts and facets alike", () => {
  expect(ids({ filter: inBulle })).toBe("52");
  expect(ids({ filter: inBulle, kind: "persons" })).toBe("2");
  expect(ids({ only: ["4", "1"] })).toBe("41");
  const of = { text: "", kind: "all", filter: inBulle } as const;
  expect(projection.counts(of)).toEqual({
    all: 2,
    companies: 1,
    persons: 1,
    independent: 0,
  });
  expect(projection.countOf({ ...of, text: "zo" })).toBe(1);
  expect(projection.facets({ text: "", kind: "all" }, "city")).toEqual([
    { value: "", count: 2 },
    { value: "Bulle", count: 2 },
    { value: "Sion", count: 1 },
  ]);
  expect(projection.facets({ text: "", kind: "all" }, "mailing")).toEqual([
    { value: "", count: 4 },
    { value: "A", count: 1 },
    { value: "B", count: 1 },
  ]);
});

test("in a tree people stand under their company where that is in the answer", () => {
  expect(ids({})).toBe("53142");
  expect(ids({ tree: true })).toBe("51324");
  expect(ids({ tree: true, kind: "persons" })).toBe("32");
  const { rows } = projection.query({ ...everything, tree: true }, 1, 3);
  expect(rows.map(({ id, indented }) => [id, indented])).toEqual([
    ["1", undefined],
    ["3", true],
  ]);
});

test("a company of a tree is collapsed: its people are neither shown nor counted", () => {
  const query = { ...everything, tree: true, collapsed: ["1"] };
  expect(projection.query(query, 0, 9)).toMatchObject({
    total: 3,
    rows: [{ id: "5" }, { id: "1", people: 2, collapsed: true }, { id: "4" }],
  });
});

test("rows are answered in the order of the ids, without those that are not here", () => {
  expect(projection.rows(["3", "9", "1"]).map(({ name }) => name)).toEqual([
    "Anne",
    "Bâtir SA",
  ]);
});

test("SRC-2: a contact that no server has seen yet is among those created since", () => {
  const own = createProjection();
  // Made on 29.11.2026, as its id says.
  const made = Date.UTC(2026, 10, 29).toString(16).padStart(12, "0");
  const id = `${made.slice(0, 8)}-${made.slice(8)}-7000-8000-000000000001`;
  const unsent = { id, type: "company", name: "Avant l’envoi SA" };
  own.applyStored({
    c: "contacts",
    rows: [{ id, lwt: 1, applied: 0, value: slimContact(unsent) }],
  });
  const since = (day: string) => ({
    all: [{ column: "created" as const, op: "after" as const, values: [day] }],
  });
  const asked = { ...everything, today: "2026-11-29" };
  expect(own.ids({ ...asked, filter: since("2026-10-31") })).toEqual([id]);
  expect(own.ids({ ...asked, filter: since("2026-11-29") })).toEqual([]);
});
