import type { i18n } from "i18next";
import type { DuplicateSetUp } from "../../../shared/domain/duplicate-set-up.ts";
import type { Double } from "../../local-store/store.ts";

/** "Same data: Name, City (start) (10 of 16 points)": which rows of the set-up agree (DUP-3), both ends as the field itself. */
export function rowsInWords(
  { rows }: Pick<Double, "rows">,
  setUp: DuplicateSetUp,
  words: i18n,
): string {
  const byField = new Map<string, string[]>();
  for (const place of rows) {
    const row = setUp.rows[place];
    if (!row) continue;
    const field = words.t(`field.${row.field}`);
    const part = words.t(`duplicates.${row.part}`);
    byField.set(field, [...(byField.get(field) ?? []), part]);
  }
  const told = [...byField].map(([field, parts]) =>
    parts.length > 1 ? field : `${field} (${parts.join(", ")})`,
  );
  return words.t("double.rows", {
    n: rows.length,
    of: setUp.rows.length,
    rows: told.join(", "),
  });
}
