/** The business rules that Carnet keeps, by section: how many each has. Their text is in the domain document. */
export const RULES_IN = {
  TYP: 10,
  NAM: 5,
  INH: 9,
  DEF: 4,
  NUM: 9,
  DUP: 11,
  MRG: 6,
  REL: 6,
  CNV: 7,
  INT: 17,
  TSK: 10,
  OPP: 11,
  SEG: 5,
  MAI: 1,
  PRF: 10,
  ALT: 1,
  SAL: 2,
  WEB: 1,
  LOC: 3,
  PRV: 5,
  DEL: 3,
  STA: 1,
  SRC: 2,
  HIS: 3,
  OFF: 12,
} as const;

export type Section = keyof typeof RULES_IN;

/** Sections of which every rule has its test or its reason. A section is switched on here once it is complete. */
export const COMPLETE: readonly Section[] = [
  "TYP",
  "NAM",
  "INH",
  "DEF",
  "NUM",
  "DUP",
  "MRG",
  "REL",
  "CNV",
  "INT",
  "TSK",
  "OPP",
  "SEG",
  "MAI",
  "PRF",
  "ALT",
  "SAL",
  "WEB",
  "LOC",
  "PRV",
  "DEL",
  "STA",
  "SRC",
  "HIS",
];

/** Rules that Carnet does not keep, and why. */
export const NOT_FOLLOWED: Readonly<Record<string, string>> = {
  "TYP-8": "there are no segments",
  "CNV-2":
    "there are no quotes: an opportunity names the ERP's quote by its number",
  "INT-15": "mail is not read from the mail server",
  ...all("SEG", "there are no segments"),
  ...all("PRF", "there are no questionnaires"),
};

function all(section: Section, reason: string): Record<string, string> {
  return Object.fromEntries(idsOf(section).map((id) => [id, reason]));
}

export function idsOf(section: Section): readonly string[] {
  return Array.from(
    { length: RULES_IN[section] },
    (_, i) => `${section}-${i + 1}`,
  );
}
