import type { Code, CodeKind } from "../entities/code.ts";
import { namedId } from "./named-id.ts";
import { starterActivities } from "./starter-activities.ts";
import { starterFormulas } from "./starter-formulas.ts";
import { starterLists } from "./starter-lists.ts";
import { starterPlaces } from "./starter-places.ts";
import type { StarterRow } from "./starter-row.ts";

/**
 * The set-up lists that a company starts with (domain.md §2.6): French description, translations for the other three
 * languages. The id comes from kind and code, so that a device that starts alone and the server that it meets later
 * mean the same document.
 */
export const starterCodes: readonly Code[] = [
  ...[starterLists, starterPlaces, starterActivities].flatMap((lists) =>
    Object.entries(lists).flatMap(([kind, rows]) =>
      rows.map((row, i) => toCode(kind as CodeKind, row, i)),
    ),
  ),
  ...starterFormulas,
];

function toCode(kind: CodeKind, row: StarterRow, index: number): Code {
  const [code, fr, de, it, en, more] = row;
  return {
    id: namedId(`code/${kind}/${code}`),
    kind,
    code,
    description: fr,
    translations: { "de-CH": de, "it-CH": it, en },
    sort: (index + 1) * 10,
    ...more,
  };
}

/** The active codes of a kind in the order of the list; the starter list while the store has none of the kind. */
export function codesOf(
  kind: CodeKind,
  stored: readonly Code[],
): readonly Code[] {
  const own = stored.filter((code) => code.kind === kind);
  const codes =
    own.length > 0 ? own : starterCodes.filter((code) => code.kind === kind);
  return codes
    .filter((code) => code.inactive !== true)
    .sort(
      (a, b) =>
        (a.sort ?? Infinity) - (b.sort ?? Infinity) ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
}

/** One code by its letters, inactive ones included: old visits go on naming their template. */
export function findCode(
  kind: CodeKind,
  code: string,
  stored: readonly Code[],
): Code | null {
  const among = stored.some((one) => one.kind === kind) ? stored : starterCodes;
  return among.find((one) => one.kind === kind && one.code === code) ?? null;
}

/** What a code is called in a language (BCP 47); its own description where there is no translation. */
export function codeText(code: Code, locale: string): string {
  return code.translations?.[locale] ?? code.description;
}
