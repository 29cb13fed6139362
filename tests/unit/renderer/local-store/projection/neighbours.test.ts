import { expect, test } from "vitest";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { factsOf } from "../../../../../renderer/local-store/projection/neighbours.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";

const HERE = [
  {
    ...{ id: "1", type: "company", name: "Vins du Lavaux Sàrl" },
    ...{ postCode: "1096", phone: "+41 21 555 33 10" },
    ...{ vatNo: "CHE-314.902.152 TVA", email: "cave@vins-lavaux.example" },
  },
  {
    ...{ id: "2", type: "person", name: "Jürg Müller", postCode: "3011" },
    email: "juerg@x.example",
  },
  { id: "3", type: "company", name: "Garage Moderne SA", postCode: "1096" },
  { id: "4", type: "person", name: "Vins du Lavaux", postCode: "1096" },
];
const projection = createProjection();
projection.applyStored({
  c: "contacts",
  rows: HERE.map((v) => ({
    ...{ id: v.id, lwt: 1, applied: 0 },
    value: slimContact(v),
  })),
});
function neighbours(v: Readonly<Record<string, unknown>>) {
  const slim = slimContact({ id: "new", ...v });
  return projection.neighbours({ ...factsOf(slim), id: slim.row.id }, 5);
}

test.each([
  [
    {
      type: "company",
      name: "Autre",
      phone: "021 555 33 10",
      vatNo: "CHE314902152",
    },
    ["1"],
  ],
  [{ type: "company", name: "Vin du Lavaux", postCode: "1096" }, ["1"]],
  [{ type: "person", name: "Juerg Mueller", postCode: "3011" }, ["2"]],
  [{ type: "person", name: "Müller Jurg", postCode: "3011" }, ["2"]],
  [{ type: "company", name: "Boulangerie", postCode: "1096" }, []],
  [
    { id: "1", type: "company", name: "Vins du Lavaux Sàrl", postCode: "1096" },
    [],
  ],
])("DUP-9, DUP-11: %j may be %j", (draft, ids) => {
  expect(neighbours(draft).map(({ contact }) => contact.id)).toEqual(ids);
});

test("a neighbour tells why, and how alike the names are", () => {
  const [one] = neighbours({
    ...{ type: "company", name: "Vins du Lavaux" },
    email: "cave@vins-lavaux.example",
  });
  expect(one?.reasons).toContain("email");
  expect(one?.nameAlike).toBeGreaterThan(0.9);
});
