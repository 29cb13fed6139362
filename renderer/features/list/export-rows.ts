import { CONTACT_COLUMNS } from "../../../shared/domain/contact-columns.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import type { SheetCell } from "../../../shared/table/xlsx-writer.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { cellText, valueText, type CellWords } from "./cell-text.ts";

export function headings(
  columns: ListView["columns"],
  words: CellWords,
): readonly string[] {
  return columns.map(({ column }) => words.t(`column.${column}`));
}

/** As in the list, but figures without separators and days as days: a spreadsheet reckons with them. */
export function rowTexts(
  row: ContactRow,
  columns: ListView["columns"],
  words: CellWords,
): readonly string[] {
  return columns.map(({ column }) => {
    const value = row[column];
    const kind = CONTACT_COLUMNS[column];
    if (kind === "number") return String(value ?? 0);
    if (kind === "amount") return (Number(value ?? 0) / 100).toFixed(2);
    if (kind === "day" && typeof value === "string" && value !== "")
      return valueText(column, value, words);
    return cellText(row, column, words);
  });
}

/** As in the list, but a figure is a figure there and a day a day. */
export function rowCells(
  row: ContactRow,
  columns: ListView["columns"],
  words: CellWords,
): readonly SheetCell[] {
  return columns.map(({ column }) => {
    const value = row[column];
    const kind = CONTACT_COLUMNS[column];
    if (kind === "number") return Number(value ?? 0);
    if (kind === "amount") return Number(value ?? 0) / 100;
    const isDay = kind === "day" || kind === "instant";
    if (isDay && typeof value === "string" && value !== "")
      return { day: value.slice(0, 10) };
    return cellText(row, column, words);
  });
}
