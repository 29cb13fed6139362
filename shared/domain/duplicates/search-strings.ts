import { fold } from "../../core/fold.ts";
import type { SearchString } from "../../entities/search-string.ts";
import { hitsNeeded, type DuplicateSetUp } from "../duplicate-set-up.ts";
import { vatKey } from "../vat.ts";
import { swissPhone } from "./swiss-phone.ts";

/** The values of a contact that search strings are built from; absent or empty = none. */
export type MatchFields = {
  readonly [F in SearchString["field"]]?: string | undefined;
};

type Rows = Pick<DuplicateSetUp, "rows" | "normaliser">;

/** DUP-2: what is deleted from a value before it is cut; nothing else is. */
const DELETED = /[ +"&/,.;:\-_(){}#!£$\\]/g;
/** ä, ö, ü as they are spelt without these keys (DUP-9). */
const SPELT_OUT = /([aou])e/g;
const PHONES: ReadonlySet<string> = new Set(["phone", "mobile", "fax"]);

/** DUP-2: the string of each row, in their order; empty = none, which agrees with nothing. */
export function searchStrings(
  fields: MatchFields,
  { rows, normaliser }: Rows,
): readonly string[] {
  const bare = new Map<string, string>();
  return rows.map(({ field, part, length }) => {
    let text = bare.get(field);
    if (text === undefined) {
      const typed = fields[field] ?? "";
      const value = normaliser ? swissForm(field, typed) : typed;
      text = value.replace(DELETED, "");
      bare.set(field, text);
    }
    const cut = part === "first" ? text.slice(0, length) : text.slice(-length);
    return cut.toUpperCase();
  });
}

/** DUP-9: one form for what is spelt in several: accents, ß, umlauts, phone prefixes, the parts of a VAT number. */
function swissForm(field: SearchString["field"], typed: string): string {
  if (typed === "") return "";
  if (PHONES.has(field)) return swissPhone(typed);
  if (field === "vatNo") return vatKey(typed);
  return fold(typed).replace(SPELT_OUT, "$1");
}

/** DUP-3: the rows in which both have the same string, as indexes of `rows`. */
export function matchingRows(
  a: readonly string[],
  b: readonly string[],
): readonly number[] {
  return a.flatMap((one, i) => (one !== "" && one === b[i] ? [i] : []));
}

/** DUP-3: whether two contacts are duplicates by the company's rows and hit percentage. */
export function areDuplicates(
  a: MatchFields,
  b: MatchFields,
  setUp: Rows & Pick<DuplicateSetUp, "hit">,
): boolean {
  const found = matchingRows(searchStrings(a, setUp), searchStrings(b, setUp));
  return found.length >= hitsNeeded(setUp);
}
