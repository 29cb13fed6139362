import { fold } from "../core/fold.ts";
import { starterPlaces } from "../domain/starter-places.ts";

/** What address books write and no language's list of countries says. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: "US",
  us: "US",
  "united states of america": "US",
  "etats unis d amerique": "US",
  uk: "GB",
  "great britain": "GB",
  "grande bretagne": "GB",
  grossbritannien: "GB",
  "gran bretagna": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  holland: "NL",
  hollande: "NL",
  olanda: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  "republique tcheque": "CZ",
  "tschechische republik": "CZ",
  "repubblica ceca": "CZ",
  "confederation suisse": "CH",
  // Three letters, and the signs on cars.
  che: "CH",
  deu: "DE",
  fra: "FR",
  ita: "IT",
  aut: "AT",
  lie: "LI",
  gbr: "GB",
  bel: "BE",
  lux: "LU",
  nld: "NL",
  esp: "ES",
  prt: "PT",
  d: "DE",
  f: "FR",
  i: "IT",
  a: "AT",
  fl: "LI",
};

const LANGUAGES = ["en", "fr", "de", "it", "es", "pt", "nl"];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

/** Regions of the Unicode list that are no countries. */
const NO_COUNTRY = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"]);

let codeByName: ReadonlyMap<string, string> | null = null;

/** The ISO 3166 code of a country's name in one of our languages, of a code, `USA` or `D`; null for anything else. */
export function countryCode(country: string): string | null {
  // Built at the first question: the lists of the runtime take some 20 ms.
  codeByName ??= allNames();
  return codeByName.get(nameForm(country)) ?? null;
}

function allNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const note = (name: string, code: string) => {
    if (!names.has(nameForm(name))) names.set(nameForm(name), code);
  };
  for (const row of starterPlaces.country ?? []) {
    for (const name of row) {
      if (typeof name === "string") note(name, row[0]);
    }
  }
  const codes = countryCodes();
  for (const code of codes) note(code, code);
  for (const language of LANGUAGES) {
    const regions = regionNames(language);
    for (const code of codes) {
      const name = regions.of(code);
      if (name !== undefined) note(name, code);
    }
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) note(name, code);
  return names;
}

/** Codes of former countries lead to those of today (DD → DE), and are not taken for their own. */
function countryCodes(): readonly string[] {
  const english = regionNames("en");
  return LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
    (code) =>
      !NO_COUNTRY.has(code) &&
      new Intl.Locale(`und-${code}`).region === code &&
      english.of(code) !== undefined,
  );
}

function regionNames(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames([language], {
    type: "region",
    fallback: "none",
  });
}

/** `U.S.A.` and `États-Unis` → `usa`, `etats unis`. */
function nameForm(name: string): string {
  return fold(name)
    .replace(/\./g, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
