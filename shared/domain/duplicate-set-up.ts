import type { SearchString } from "../entities/search-string.ts";
import type { Setting } from "../entities/setting.ts";
import type { SettingPatch } from "./marketing-setting.ts";

/** How double entries are looked for (domain.md DUP). */
export interface DuplicateSetUp {
  /** Looked for at each save, and told (DUP-6). */
  readonly autosearch: boolean;
  /** The search strings are kept up to date (DUP-8). */
  readonly strings: boolean;
  /** Percent, 1 to 100. */
  readonly hit: number;
  readonly types: "company" | "person" | "both";
  readonly normaliser: boolean;
  readonly rows: readonly SearchString[];
}

const FIELDS = [
  "name",
  "address",
  "city",
  "phone",
  "vatNo",
  "postCode",
  "email",
  "mobile",
] as const;

/** DUP-1: the first and the last five characters of eight fields. */
export const FIRST_ROWS: readonly SearchString[] = FIELDS.flatMap((field) =>
  (["first", "last"] as const).map((part) => ({ field, part, length: 5 })),
);

/** What the company has set up, and what holds where it has said nothing: everything on, persons too, 60 percent. */
export function duplicateSetUpOf(setting: Setting | null): DuplicateSetUp {
  return {
    autosearch: setting?.duplicateAutosearch ?? true,
    strings: setting?.duplicateStrings ?? true,
    hit: setting?.duplicateHit ?? 60,
    types: setting?.duplicateTypes ?? "both",
    normaliser: setting?.duplicateNormaliser ?? true,
    rows: setting?.duplicateRows ?? FIRST_ROWS,
  };
}

/** DUP-3: so many rows must agree; at least one, and empty rows count among all. */
export function hitsNeeded({
  rows,
  hit,
}: Pick<DuplicateSetUp, "rows" | "hit">): number {
  return Math.max(1, Math.ceil((rows.length * hit) / 100));
}

/** DUP-8: searching needs the strings. */
export function autosearchPatch(on: boolean): SettingPatch {
  return on
    ? { duplicateAutosearch: true, duplicateStrings: true }
    : { duplicateAutosearch: false };
}

/** DUP-8: without the strings nothing is searched. */
export function stringsPatch(on: boolean): SettingPatch {
  return on
    ? { duplicateStrings: true }
    : { duplicateStrings: false, duplicateAutosearch: false };
}

/** Rows that say the same field and part twice count an agreement twice: they are refused. */
export function doubleRow(rows: readonly SearchString[]): number {
  const seen = rows.map(({ field, part }) => `${field}/${part}`);
  return seen.findIndex((row, i) => seen.indexOf(row) !== i);
}
