import { expect, it } from "vitest";
import { languageCodeOf } from "../../../../shared/directory/language-code.ts";
import {
  lookupCity,
  lookupPostCode,
} from "../../../../shared/directory/post-codes.ts";

it("LOC-3: 1630 is Bulle, canton of Fribourg, French", () => {
  expect(lookupPostCode("1630")).toEqual([
    {
      postCode: "1630",
      city: "Bulle",
      canton: "FR",
      country: "CH",
      language: "fr",
    },
  ]);
});

it("LOC-3: several localities of one post code are all given, the main one first", () => {
  expect(lookupPostCode("6900").map((l) => l.city)).toEqual([
    "Lugano",
    "Massagno",
    "Paradiso",
  ]);
  expect(lookupPostCode("1096").map((l) => l.city)).toEqual([
    "Cully",
    "Villette (Lavaux)",
  ]);
});

it.each([
  ["1580", "Avenches", "VD"],
  ["9000", "St. Gallen", "SG"],
  ["9012", "St. Gallen", "SG"],
  ["2616", "Renan BE", "BE"],
  ["1290", "Versoix", "GE"],
])(
  "LOC-3: %s %s lies in %s though the locality reaches over the border",
  (postCode, city, canton) => {
    expect(lookupPostCode(postCode)[0]).toMatchObject({ city, canton });
  },
);

it("LOC-3: an unknown post code has no locality", () => {
  expect(lookupPostCode("9999")).toEqual([]);
  expect(lookupPostCode("")).toEqual([]);
});

it("LOC-3: a city of several post codes is found under each of them", () => {
  const codes = lookupCity("Lausanne", 50).map((l) => l.postCode);
  expect(codes.slice(0, 3)).toEqual(["1003", "1004", "1005"]);
});

it("LOC-3: a beginning without accents or case finds the city", () => {
  expect(lookupCity("bull")[0]?.city).toBe("Bulle");
  expect(lookupCity("zurich")[0]?.city).toBe("Zürich");
  expect(lookupCity("st sulpice vd")[0]?.city).toBe("St-Sulpice VD");
  expect(lookupCity("  ")).toEqual([]);
});

it("LOC-3: no more localities come than were asked for", () => {
  expect(lookupCity("s", 7)).toHaveLength(7);
});

it("LOC-3: a bilingual town has no single language, Liechtenstein no canton", () => {
  expect(lookupPostCode("2502")[0]).toEqual({
    postCode: "2502",
    city: "Biel/Bienne",
    canton: "BE",
    country: "CH",
  });
  expect(lookupPostCode("9490")[0]).toEqual({
    postCode: "9490",
    city: "Vaduz",
    country: "LI",
    language: "de",
  });
});

it("LOC-3: languages become the codes that contacts carry", () => {
  expect((["de", "fr", "it", "rm"] as const).map(languageCodeOf)).toEqual([
    "DES",
    "FRS",
    "ITS",
    "RMC",
  ]);
});
