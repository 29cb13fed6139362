import { describe, expect, test } from "vitest";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import { duplicateSetUpOf } from "../../../../../shared/domain/duplicate-set-up.ts";

const ON = duplicateSetUpOf(null);
const PARITY = { ...ON, normaliser: false };

const HERE = [
  {
    ...{ id: "1", type: "company", name: "Vins du Lavaux Sàrl" },
    ...{ postCode: "1096", city: "Cully", phone: "+41 21 555 33 10" },
    ...{ vatNo: "CHE-314.902.152 TVA", email: "cave@vins-lavaux.example" },
    address: "Chemin des Vignes 8",
  },
  {
    ...{ id: "2", type: "person", name: "Jürg Müller", postCode: "3011" },
    ...{ email: "juerg@x.example", mobile: "+41 79 555 11 22" },
  },
  { id: "3", type: "company", name: "Garage Moderne SA", postCode: "1096" },
  { id: "4", type: "person", name: "Vins du Lavaux", postCode: "1096" },
];

type Row = Readonly<Record<string, unknown>>;

function projectionOf(contacts: readonly Row[]) {
  const projection = createProjection();
  projection.applyStored({
    c: "contacts",
    rows: contacts.map((v) => ({
      ...{ id: String(v["id"]), lwt: 1, applied: 0 },
      value: slimContact(v),
    })),
  });
  return projection;
}
async function doublesOf(v: Row, setUp = ON, here: readonly Row[] = HERE) {
  const draft = slimContact({ id: "new", ...v });
  return projectionOf(here).doubles(draft, setUp, 5);
}

test.each([
  [
    {
      ...{ type: "company", name: "Vin Lavaux" },
      ...{ phone: "021 555 33 10", vatNo: "CHE314902152" },
    },
    ["1"],
  ],
  [{ type: "company", name: "Vin du Lavaux", postCode: "1096" }, ["1"]],
  [{ type: "person", name: "Juerg Mueller", postCode: "3011" }, ["2"]],
  [{ type: "person", name: "Müller Jurg", postCode: "3011" }, ["2"]],
  [{ type: "person", name: "Jörg Müller", mobile: "0795551122" }, ["2"]],
  [{ type: "company", name: "Boulangerie", postCode: "1096" }, []],
  // Of a new one only the name is known, and it is one's name here.
  [{ type: "company", name: "vins lavaux" }, ["1"]],
  [{ type: "person", name: "Juerg Mueller" }, ["2"]],
  [{ type: "person", name: "Jürg Meier" }, []],
  [{ type: "company", name: "Vins du Lavaux", city: "Bern" }, []],
  [{ id: "1", type: "company", name: "Vins du Lavaux", postCode: "1096" }, []],
])("DUP-9: %j may be %j", async (draft, ids) => {
  const found = await doublesOf(draft);
  expect(found.map(({ contact }) => contact.id)).toEqual(ids);
});

test("what may be the same says why, by which rows, and what speaks against it", async () => {
  const [one] = await doublesOf({
    ...{ type: "company", name: "Vins du Lavaux SA", postCode: "1098" },
    email: "cave@vins-lavaux.example",
  });
  expect(one?.lane).toBe("look");
  expect(one?.reasons).toEqual(["sameName", "email"]);
  expect(one?.against).toEqual(["postCode", "legalForm"]);
  // Name first; e-mail first and last.
  expect(one?.rows).toEqual([0, 12, 13]);
});

describe("parity mode looks at the search strings alone", () => {
  const again = {
    ...{ type: "company", name: "Vins du Lavaux Sàrl", postCode: "1096" },
    ...{ city: "Cully", phone: "+41 21 555 33 10" },
    address: "Chemin des Vignes 8",
  };
  test("DUP-3: ten of sixteen are told, with their rows; nine are not", async () => {
    const [one, ...more] = await doublesOf(again, PARITY);
    expect(one?.contact.id).toBe("1");
    expect(one?.rows).toHaveLength(10);
    expect(more).toEqual([]);
    const { city: _city, ...less } = again;
    expect(await doublesOf({ ...less, city: "Lutry" }, PARITY)).toEqual([]);
  });
  test("DUP-3: the percentage decides, from one question to the next", async () => {
    const projection = projectionOf(HERE);
    const draft = slimContact({ id: "new", ...again, city: "Lutry" });
    const found = async (hit: number) =>
      (await projection.doubles(draft, { ...PARITY, hit }, 5)).length;
    expect([await found(60), await found(50), await found(60)]).toEqual([
      0, 1, 0,
    ]);
  });
  test("DUP-5: a changed card is looked at as it is now", async () => {
    const projection = projectionOf(HERE);
    const draft = slimContact({ id: "new", ...again });
    const becomes = async (d: number, contact: Row) => {
      const value = slimContact(contact);
      projection.applyOwn({ c: "contacts", rows: [{ id: "1", d, value }] });
      return (await projection.doubles(draft, PARITY, 5)).length;
    };
    const moved = { ...HERE[0], postCode: "8005", city: "Zürich" };
    expect(await becomes(1, moved)).toBe(0);
    expect(await becomes(2, { ...moved, ...HERE[0] })).toBe(1);
    expect(await becomes(3, moved)).toBe(0);
  });
  test("DUP-2: what is empty on both agrees in nothing", async () => {
    const few = { ...PARITY, rows: PARITY.rows.slice(2, 4) };
    expect(await doublesOf({ type: "company", name: "X" }, few)).toEqual([]);
  });
  test("DUP-3: a mobile that is shown in the phone's place is no phone", async () => {
    const phones = [{ field: "phone", part: "last", length: 5 }] as const;
    const setUp = { ...PARITY, rows: phones };
    const draft = { type: "person", name: "X", phone: "+41 79 555 11 22" };
    expect(await doublesOf(draft, setUp)).toEqual([]);
  });
});

test("DUP-6: who is there twice is told of, however many colleagues have their employer's data", async () => {
  const office = {
    ...{ type: "person", companyId: "c", address: "Route de la Gare 12" },
    ...{ postCode: "1630", city: "Bulle", phone: "+41 26 555 01 23" },
  };
  const email = "info@gruyere-est.example";
  const colleagues = Array.from({ length: 20 }, (_, i) => ({
    ...{ ...office, id: `colleague-${i}`, name: `Zoé Nº${i}`, email },
  }));
  const luc = { ...office, id: "luc", name: "Luc Pasquier" };
  const draft = { ...office, name: "Luc Pasquier", email };
  const found = await doublesOf(draft, PARITY, [...colleagues, luc]);
  expect(found.map(({ contact }) => contact.id)).toEqual(["luc"]);
});

test("DUP-4: only the types that the company has chosen", async () => {
  const draft = { type: "person", name: "Jürg Müller", postCode: "3011" };
  const found = async (types: "company" | "person" | "both") =>
    (await doublesOf(draft, { ...ON, types })).length;
  expect([
    await found("company"),
    await found("person"),
    await found("both"),
  ]).toEqual([0, 1, 1]);
});

test("DUP-7: of two that are said to be separate nothing is told, whichever card says it", async () => {
  const draft = { type: "person", name: "Jürg Müller", postCode: "3011" };
  const tie = (contactId: string) => ({
    links: { t: { kind: "separate", contactId } },
  });
  expect(await doublesOf({ ...draft, ...tie("2") })).toEqual([]);
  const here = HERE.map((one) =>
    one.id === "2" ? { ...one, ...tie("new") } : one,
  );
  expect(await doublesOf(draft, ON, here)).toEqual([]);
  expect(
    projectionOf([...here, { id: "new", ...draft }]).separatePairs(),
  ).toEqual([["2", "new"]]);
});

describe("MRG-6: an absorbed contact", () => {
  const here = HERE.map((one) =>
    one.id === "3" ? { ...one, externalId: "uid-3", mergedInto: "1" } : one,
  );
  const projection = projectionOf(here);
  const query = { text: "", kind: "all", locale: "fr-CH" } as const;
  test("is in no list, count, search or comparison", async () => {
    expect(projection.ids(query)).toEqual(["2", "4", "1"]);
    expect(projection.counts(query).all).toBe(3);
    expect(projection.ids({ ...query, text: "moderne" })).toEqual([]);
    expect(projection.rows(["3"])).toEqual([]);
    const draft = { type: "company", name: "Garage Moderne", postCode: "1096" };
    expect(await doublesOf(draft, ON, here)).toEqual([]);
  });
  test("is stored all the same, and leads to the one that stands for it", () => {
    expect(projection.sizes.contacts).toBe(4);
    expect(projection.standingFor("3")).toBe("1");
    expect(projection.absorbedBy("1")).toEqual(["3"]);
  });
  test("a chain of them leads to its end, a ring to nobody", () => {
    const chain = projectionOf([
      { id: "a", type: "person", name: "A", mergedInto: "b" },
      { id: "b", type: "person", name: "B", mergedInto: "c" },
      { id: "c", type: "person", name: "C" },
      { id: "d", type: "person", name: "D", mergedInto: "d" },
    ]);
    expect(chain.standingFor("a")).toBe("c");
    expect(chain.absorbedBy("c")).toEqual(["a", "b"]);
    expect(chain.standingFor("d")).toBeNull();
  });
  test("its external id and name find both", () => {
    const found = (externalIds: string[], names: string[]) =>
      projection.known({ externalIds, names });
    expect(found(["uid-3"], [])).toEqual(["3", "1"]);
    expect(found([], ["garage moderne sa"])).toEqual(["3", "1"]);
  });
  test("comes back when it is split, as it was", () => {
    const { mergedInto: _into, ...split } = here[2] as Row;
    projection.applyOwn({
      c: "contacts",
      rows: [{ id: "3", d: 1, value: slimContact(split) }],
    });
    expect(projection.ids({ ...query, text: "moderne" })).toEqual(["3"]);
    expect(projection.sizes.contacts).toBe(4);
  });
});
