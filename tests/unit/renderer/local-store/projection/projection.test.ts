import { describe, expect, test } from "vitest";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import type { ListQuery } from "../../../../../renderer/local-store/store.ts";

type Value = Readonly<Record<string, unknown>>;

function stored(v: Value, lwt = 1, applied = 0) {
  return { id: String(v["id"]), lwt, applied, value: slimContact(v) };
}
function removed(id: string, lwt: number) {
  return { id, lwt, applied: 0, value: null };
}
function person(id: string, name: string, more: Value = {}): Value {
  return { id, type: "person", name, ...more };
}
function company(id: string, name: string, more: Value = {}): Value {
  return { id, type: "company", name, companyId: id, ...more };
}
function asked(text: string, kind: ListQuery["kind"] = "all"): ListQuery {
  return { text, kind, locale: "fr-CH" };
}
const all = { text: "", kind: "all" } as const;
function listOf(...values: readonly Value[]) {
  const projection = createProjection();
  projection.applyStored({ c: "contacts", rows: values.map((v) => stored(v)) });
  const names = (text = "", kind: ListQuery["kind"] = "all") =>
    projection.query(asked(text, kind), 0, 100).rows.map(({ name }) => name);
  return { projection, names };
}

describe("search", () => {
  const { names } = listOf(
    company("1", "Fromagerie Müller SA", { city: "Bulle", no: "CT000001" }),
    person("2", "Jean-Pierre Dubois", {
      companyId: "1",
      companyName: "Fromagerie Müller SA",
      email: "jp.dubois@mueller.ch",
      phone: "026 411 02 03",
    }),
    person("3", "Zoë Weiß", {
      mobile: "+41 79 123 45 67",
      aliases: ["CT~7KQ2M"],
      more: {
        x: { kind: "phone", value: "+33 1 44 55 66" },
        y: { kind: "phone", value: "FragMich" },
      },
    }),
  );

  test.each([
    ["mull", ["Fromagerie Müller SA", "Jean-Pierre Dubois"]],
    ["from bul", ["Fromagerie Müller SA"]],
    ["pierre DUB", ["Jean-Pierre Dubois"]],
    ["weiss", ["Zoë Weiß"]],
    ["jp.dub", ["Jean-Pierre Dubois"]],
    ["ct000001", ["Fromagerie Müller SA"]],
    ["ct~7k", ["Zoë Weiß"]],
    ["ierre", []],
    ["dubois bulle", []],
  ])(
    "«%s»: every word is the start of a word, accents and case aside",
    (text, found) => {
      expect(names(text)).toEqual(found);
    },
  );

  test.each([
    ["026 411", ["Jean-Pierre Dubois"]],
    ["+41 26 411", ["Jean-Pierre Dubois"]],
    ["0203", ["Jean-Pierre Dubois"]],
    ["079 123", ["Zoë Weiß"]],
    ["445566", ["Zoë Weiß"]],
    ["dubois 411", ["Jean-Pierre Dubois"]],
    ["99", []],
  ])(
    "«%s»: three digits or more are looked for inside phone numbers",
    (text, found) => {
      expect(names(text)).toEqual(found);
    },
  );
});

test.each([
  ["zuerich", ["Zürich Bau", "Zuerich Holz"]],
  ["zürich", ["Zürich Bau", "Zuerich Holz"]],
  ["zurich", ["Zürich Bau", "Zuerich Holz"]],
  ["zue", ["Zürich Bau", "Zuerich Holz"]],
  ["manue", ["Manuel"]],
])("«%s»: ä, ö, ü may be spelt out", (text, found) => {
  const { names } = listOf(
    company("1", "Zürich Bau"),
    company("2", "Zuerich Holz"),
    person("3", "Manuel"),
  );
  expect(names(text).toSorted()).toEqual(found.toSorted());
});

test("kinds are filtered and counted", () => {
  const { projection, names } = listOf(
    company("1", "Alpha"),
    person("2", "Beat", { companyId: "1" }),
    person("3", "Cora"),
  );
  expect(names("", "companies")).toEqual(["Alpha"]);
  expect(names("", "persons")).toEqual(["Beat"]);
  expect(names("", "independent")).toEqual(["Cora"]);
  expect(projection.counts(all)).toEqual({
    all: 3,
    companies: 1,
    persons: 1,
    independent: 1,
  });
  expect(projection.counts({ ...all, text: "cor" })).toEqual({
    all: 1,
    companies: 0,
    persons: 0,
    independent: 1,
  });
});

test("names are ordered as the language orders them, and by number", () => {
  const { names } = listOf(
    company("1", "Zumbrunn"),
    company("2", "École 10"),
    company("3", "Ecole 9"),
    company("4", "eau"),
  );
  expect(names()).toEqual(["eau", "Ecole 9", "École 10", "Zumbrunn"]);
});

test("the order is kept while contacts are renamed, come and go", () => {
  const { projection, names } = listOf(
    company("1", "Beta"),
    company("2", "Delta"),
    company("3", "Gamma"),
  );
  names();
  projection.applyStored({
    c: "contacts",
    rows: [
      stored(company("3", "Alpha"), 2),
      stored(company("4", "Carla"), 2),
      removed("2", 2),
    ],
  });
  expect(names()).toEqual(["Alpha", "Beta", "Carla"]);
  expect(projection.indexOf(asked(""), "4")).toBe(2);
  expect(projection.indexOf(asked("alp"), "4")).toBe(-1);
});

test("many changes at once give the same order as one by one", () => {
  const value = (n: number, round: number) =>
    company(`c${n}`, `Firma ${(n * 7919 + round * 31) % 1000}`);
  const bulk = createProjection();
  const single = createProjection();
  for (const round of [0, 1, 2]) {
    const rows = Array.from({ length: 300 }, (_, n) =>
      stored(value(n, round), round + 1),
    );
    bulk.applyStored({ c: "contacts", rows: rows });
    for (const row of rows) single.applyStored({ c: "contacts", rows: [row] });
    expect(bulk.query(asked(""), 0, 400)).toEqual(
      single.query(asked(""), 0, 400),
    );
  }
});

test("an older version never replaces a newer one, whichever arrives first", () => {
  const { projection, names } = listOf(company("1", "Old"));
  projection.applyStored({
    c: "contacts",
    rows: [stored(company("1", "New"), 9)],
  });
  projection.applyStored({
    c: "contacts",
    rows: [stored(company("1", "Older"), 8)],
  });
  expect(names()).toEqual(["New"]);
  projection.applyStored({ c: "contacts", rows: [removed("1", 10)] });
  projection.applyStored({
    c: "contacts",
    rows: [stored(company("1", "New"), 9)],
  });
  expect(names()).toEqual([]);
});

test("an own save is shown over RxDB's version until RxDB has it", () => {
  const { projection, names } = listOf(company("1", "Before"));
  projection.applyOwn({
    c: "contacts",
    rows: [
      { id: "1", d: 5, value: slimContact(company("1", "Mine")) },
      { id: "2", d: 5, value: slimContact(company("2", "New one")) },
    ],
  });
  expect(names()).toEqual(["Mine", "New one"]);
  // News of an earlier save of the same contact comes late.
  projection.applyStored({
    c: "contacts",
    rows: [stored(company("1", "Earlier"), 2, 4)],
  });
  expect(names()).toEqual(["Mine", "New one"]);
  projection.applyStored({
    c: "contacts",
    rows: [stored(company("1", "Merged"), 3, 5)],
  });
  expect(names()).toEqual(["Merged", "New one"]);
});

test("what was made here is shown as it was saved, and as RxDB has it when several saves lie on it", () => {
  const { projection, names } = listOf();
  const saved = (id: string, d: number, name: string) =>
    projection.applyOwn({
      c: "contacts",
      rows: [{ id, d, value: slimContact(company(id, name)) }],
    });
  const first = (id: string, applied: number, name: string) =>
    projection.applyStored({
      c: "contacts",
      rows: [{ ...stored(company(id, name), 2, applied), own: true }],
    });
  saved("1", 5, "Made");
  first("1", 5, "Not looked at again");
  // Two edits of one moment: each knows nothing of the other, RxDB has both.
  saved("2", 6, "Made too");
  saved("2", 7, "Half");
  first("2", 7, "Whole");
  expect(names()).toEqual(["Made", "Whole"]);
  projection.applyStored({
    c: "contacts",
    rows: [stored(company("1", "Merged"), 3, 5)],
  });
  expect(names()).toEqual(["Merged", "Whole"]);
  expect(projection.ahead).toBe(false);
});

test("an own deletion takes the contact out at once", () => {
  const { projection, names } = listOf(company("1", "Alpha"));
  projection.applyOwn({
    c: "contacts",
    rows: [{ id: "1", d: 1, value: null }],
  });
  expect(names()).toEqual([]);
  expect(projection.counts(all).all).toBe(0);
});

test("people of a company come by name, the company itself not among them", () => {
  const { projection } = listOf(
    company("1", "Alpha"),
    person("2", "Zita", { companyId: "1" }),
    person("3", "Anna", { companyId: "1" }),
    person("4", "Other", { companyId: "9" }),
  );
  const names = projection.peopleOf("1").map(({ name }) => name);
  expect(names).toEqual(["Anna", "Zita"]);
});

test("of two thousand people of a company a card asks for those in sight, and for those whom a text finds", () => {
  const { projection } = listOf(
    company("c", "Grossbetrieb"),
    person("o", "Person 7", { companyId: "x" }),
    ...Array.from({ length: 2_000 }, (_, n) =>
      person(`p${n}`, `Person ${String(n).padStart(4, "0")}`, {
        companyId: "c",
        ...(n === 1_234 ? { jobTitle: "Leiterin Einkauf Überland" } : {}),
      }),
    ),
  );
  const names = (text: string, from: number, to: number) => {
    const page = projection.people({ companyId: "c", text, from, to });
    return [page.total, ...page.rows.map(({ name }) => name)];
  };
  expect(names("", 1_000, 1_002)).toEqual([
    2_000,
    "Person 1000",
    "Person 1001",
  ]);
  expect(names("uberl eink", 0, 50)).toEqual([1, "Person 1234"]);
  expect(names("0007", 0, 50)).toEqual([1, "Person 0007"]);
});

test("INT-13: who is blocked for privacy is not among those whom one may have met", () => {
  const { projection } = listOf(
    company("c", "Firma"),
    person("p1", "Anna", { companyId: "c", privacyBlocked: true }),
    person("p2", "Beat", { companyId: "c" }),
  );
  const ask = { companyId: "c", text: "", from: 0, to: 9 };
  const names = (page: { rows: readonly { name: string }[] }) =>
    page.rows.map(({ name }) => name);
  expect(names(projection.people({ ...ask, unblocked: true }))).toEqual([
    "Beat",
  ]);
  expect(names(projection.people(ask))).toEqual(["Anna", "Beat"]);
});

test("a page of the list carries the total of the whole answer", () => {
  const { projection } = listOf(
    ...Array.from({ length: 30 }, (_, n) => company(`${n}`, `Firma ${n}`)),
  );
  const { total, rows } = projection.query(asked("firma"), 10, 13);
  expect(total).toBe(30);
  expect(rows.map(({ name }) => name)).toEqual([
    "Firma 10",
    "Firma 11",
    "Firma 12",
  ]);
});

test("an import finds contacts by their names, however written, and by their external ids; not deleted ones", () => {
  const { projection } = listOf(
    person("1", "Zoë Müller-Weiß"),
    person("2", "Luc Noir", { externalId: "uid-2" }),
    person("3", "Luc Blanc"),
  );
  const lookups = { names: ["zoe muller weiss"], externalIds: ["uid-2"] };
  expect(projection.known(lookups)).toEqual(["1", "2"]);
  projection.applyStored({ c: "contacts", rows: [removed("1", 2)] });
  expect(projection.known(lookups)).toEqual(["2"]);
});
