import type { i18n } from "i18next";
import {
  ADDRESS_TARGETS,
  TARGETS,
  type ColumnUse,
  type Target,
} from "../../../shared/table/targets.ts";

/** Everything that a column can be for, as one text each: a target, or one of another address. */
export const USES: readonly string[] = TARGETS.flatMap((target) =>
  ADDRESS_TARGETS.has(target)
    ? [target]
    : target === "email" || target === "fax"
      ? [target, `home/${target}`]
      : [target],
).concat(
  ["home", "other"].flatMap((place) =>
    [...ADDRESS_TARGETS].map((target) => `${place}/${target}`),
  ),
);

export function keyOf(use: ColumnUse | null): string {
  if (use === null) return "";
  const place = use.place === "home" || use.place === "other" ? use.place : "";
  const key = place === "" ? use.target : `${place}/${use.target}`;
  return USES.includes(key) ? key : use.target;
}

/** What a chosen text says; a column that said more (whose label stands beside it) keeps that where it still fits. */
export function chosenUse(
  key: string,
  before: ColumnUse | null,
): ColumnUse | null {
  if (key === "") return null;
  if (keyOf(before) === key) return before;
  const [place = "", inPlace] = key.split("/");
  return inPlace === undefined
    ? { target: key as Target }
    : { target: inPlace as Target, place };
}

export function wordsOfUse(key: string, words: i18n): string {
  if (key === "") return words.t("import.target.none");
  const [place, target] = key.split("/");
  if (target !== undefined)
    return words.t(
      place === "home" ? "import.target.ofHome" : "import.target.ofOther",
      { field: plain(target, words) },
    );
  const [whose, own] = key.split(".");
  if (own === undefined) return plain(key, words);
  const field = plain(own === "text" ? "description" : own, words);
  return whose === "company"
    ? words.t("import.target.ofCompany", { field })
    : words.t("import.target.ofVisit", { field });
}

function plain(target: string, words: i18n): string {
  const own = `import.target.${target}`;
  if (words.exists(own)) return words.t(own as "import.target.title");
  return words.t(`field.${target}` as "field.phone");
}
