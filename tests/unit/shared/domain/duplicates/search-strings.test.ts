import { describe, expect, test } from "vitest";
import {
  areDuplicates,
  matchingRows,
  searchStrings,
  type MatchFields,
} from "../../../../../shared/domain/duplicates/search-strings.ts";
import { duplicateSetUpOf } from "../../../../../shared/domain/duplicate-set-up.ts";

const OFF = { ...duplicateSetUpOf(null), normaliser: false };
const ON = { ...OFF, normaliser: true };

function score(a: MatchFields, b: MatchFields, setUp = OFF): number {
  return matchingRows(searchStrings(a, setUp), searchStrings(b, setUp)).length;
}

const LAVAUX = {
  name: "Vins du Lavaux Sàrl",
  address: "Chemin des Vignes 8",
  postCode: "1096",
  city: "Cully",
  phone: "+41 21 555 33 10",
  vatNo: "CHE-314.902.152 TVA",
  email: "cave@vins-lavaux.example",
};
const CAFFE = {
  name: "Caffè Lugano Sagl",
  address: "Via Nassa 7",
  postCode: "6900",
  city: "Lugano",
  phone: "+41 91 555 11 00",
  vatNo: "CHE-195.634.787 IVA",
  email: "ordini@caffe-lugano.example",
};
const KAESEREI = {
  name: "Käserei Emmental GmbH",
  address: "Dorfplatz 3",
  postCode: "3550",
  city: "Langnau im Emmental",
  phone: "+41 34 555 44 00",
  email: "info@kaeserei-emmental.example",
};
const HELVETIA = {
  name: "Helvetia Präzision AG",
  address: "Industriestrasse 45",
  postCode: "8005",
  city: "Zürich",
  phone: "+41 44 555 20 00",
  vatNo: "CHE-109.346.250 MWST",
  email: "kontakt@helvetia-praezision.example",
};
const GRUYERE = {
  name: "Fromagerie Gruyère-Est SA",
  address: "Route de la Gare 12",
  postCode: "1630",
  city: "Bulle",
  phone: "+41 26 555 01 23",
  vatNo: "CHE-116.073.488 TVA",
  email: "info@gruyere-est.example",
};

test("DUP-2: the signs go, the ends are cut, a short value counts whole, an empty one not at all", () => {
  const rows = [
    { field: "name", part: "first", length: 5 },
    { field: "name", part: "last", length: 5 },
    { field: "postCode", part: "last", length: 5 },
    { field: "city", part: "first", length: 5 },
    { field: "address", part: "first", length: 10 },
  ] as const;
  const fields = {
    name: 'É. "Dû" & (Fils)',
    postCode: "1630",
    address: "a+b/c,d;e:f_g{h}i#j!£$\\k",
  };
  expect(searchStrings(fields, { rows, normaliser: false })).toEqual([
    ...["ÉDÛFI", "ÛFILS", "1630", "", "ABCDEFGHIJ"],
  ]);
});

describe("DUP-3: story A5, to the digit", () => {
  test("ten of sixteen rows are exactly the threshold", () => {
    const { vatNo: _vat, email: _email, ...again } = LAVAUX;
    expect(score(LAVAUX, again)).toBe(10);
    expect(areDuplicates(LAVAUX, again, OFF)).toBe(true);
  });
  test("nine are not, until the percentage is 55", () => {
    const { vatNo: _vat, email: _email, ...rest } = CAFFE;
    const again = { ...rest, name: "Caffè Lugano" };
    expect(score(CAFFE, again)).toBe(9);
    expect(areDuplicates(CAFFE, again, OFF)).toBe(false);
    expect(areDuplicates(CAFFE, again, { ...OFF, hit: 55 })).toBe(true);
  });
  test("eight are silent at 60 and 55 and told at 50", () => {
    const again = {
      ...KAESEREI,
      address: "Postfach 88",
      city: "Langnau i. E.",
      phone: "+41 34 555 44 01",
    };
    expect(score(KAESEREI, again)).toBe(8);
    const told = [60, 55, 50].map((hit) =>
      areDuplicates(KAESEREI, again, { ...OFF, hit }),
    );
    expect(told).toEqual([false, false, true]);
  });
});

describe("DUP-9: story A6, the Swiss normaliser", () => {
  test("umlauts, phone and VAT number of Helvetia: 9 without, 13 with it", () => {
    const again = {
      ...HELVETIA,
      name: "Helvetia Praezision AG",
      address: "Industriestr. 45",
      city: "Zuerich",
      phone: "044 555 20 00",
      vatNo: "CHE109346250",
    };
    expect(score(HELVETIA, again)).toBe(9);
    expect(areDuplicates(HELVETIA, again, OFF)).toBe(false);
    expect(score(HELVETIA, again, ON)).toBe(13);
  });
  test("hyphens, phone and VAT number of Gruyère-Est: 11 without, 13 with it", () => {
    const again = {
      ...GRUYERE,
      name: "Fromagerie Gruyère Est S.A.",
      address: "Rte de la Gare 12",
      phone: "026 555 01 23",
      vatNo: "CHE-116.073.488 MWST",
    };
    expect(score(GRUYERE, again)).toBe(11);
    expect(areDuplicates(GRUYERE, again, OFF)).toBe(true);
    expect(score(GRUYERE, again, ON)).toBe(13);
  });
});
