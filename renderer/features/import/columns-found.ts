import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import type { Mapping } from "../../local-store/import-mappings.ts";
import { emptyPreview, type ImportStep, type Preview } from "./import-state.ts";
import type { ImportSetup, TableRules } from "./messages.ts";
import type { TableFound } from "./table-file.ts";

/** A table's columns as they are shown first: as they were left the last time, else as they were recognised. */
export function columnsFound(
  table: TableFound,
  earlier: Mapping | null,
  around: {
    readonly setup: ImportSetup | null;
    readonly preview: Preview;
    readonly fixes: TableRules["fixes"];
  },
): Extract<ImportStep, { step: "map" }> {
  const { head, shape, signature } = table;
  const fits = earlier?.columns.length === head.length ? earlier : null;
  const { known, ...kept } = fits ?? { known: "fill" as const };
  return {
    ...{ step: "map", table, known },
    preview: emptyPreview({ ...around.preview, isTable: true }),
    rules: {
      ...{ columns: table.columns, dayOrder: table.dayOrder ?? "day-first" },
      country: around.setup?.setting?.defaultCountry ?? "CH",
      ...{ prettyPhones: true, properCase: false, restToComment: false },
      ...(kept as Partial<TableRules>),
      ...{ head, shape, fixes: around.fixes },
      source: table.program ?? `table-${signature.slice(0, 8)}`,
    },
    ...{ remembered: fits !== null, checked: null },
  };
}

/** What is remembered of a table for the next one with these headings. */
export function mappingOf(rules: TableRules, known: KnownMode): Mapping {
  const { columns, dayOrder, country } = rules;
  const { prettyPhones, properCase, restToComment } = rules;
  return {
    ...{ columns: columns.map((use) => use && { ...use }), dayOrder },
    ...{ country, prettyPhones, properCase, restToComment, known },
  };
}
