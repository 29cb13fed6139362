import { expect, it } from "vitest";
import { findCompany } from "../../../../shared/domain/find-company.ts";

const company = (id: string, values: object = {}) => ({
  id,
  no: `CT${id}`,
  name: id,
  city: "",
  postCode: "",
  phone: "",
  ...values,
});

const gruyere = company("000001", {
  name: "Fromagerie Gruyère-Est SA",
  city: "Bulle",
  postCode: "1630",
  phone: "+41 26 555 01 23",
});
const lac = company("000002", {
  name: "Fromagerie du Lac",
  city: "Gruyères",
  postCode: "1663",
});
const short = company("000003", { name: "Lac", city: "Genève" });
const odd = company("000004", { name: "CT000002 AG" });
const longer = company("000005", { name: "Lac Léman SA", city: "Nyon" });
const all = [gruyere, lac, short, odd, longer];

it.each([
  ["CT000002", lac],
  ["ct000002 ", lac],
  ["LAC", short],
  ["fromagerie gru", gruyere],
  ["CT000003", short],
  ["du lac", lac],
  ["geneve", short],
  ["026 555 01 23", gruyere],
  ["1663", lac],
])("NAM-5: “%s” is taken for one", (typed, found) => {
  expect(findCompany(typed, all)).toBe(found);
});

it.each(["Fromagerie", "gruy", "CT0000", "Zermatt", " ", ""])(
  "NAM-5: “%s” is several or none: the person chooses",
  (typed) => {
    expect(findCompany(typed, all)).toBeNull();
  },
);
