/** Rows of text as spreadsheets take them. The first row is usually the headings. */
type Rows = readonly (readonly string[])[];

const BOM = "\uFEFF";
/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** A telephone number or a figure is no formula, whatever it begins with. */
const HARMLESS = /^[+-][\d\s().,'/]+$/;

/** A cell that would be run as a formula gets an apostrophe in front, which the spreadsheet hides. */
export function withoutFormula(cell: string): string {
  return FORMULA.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
}

/**
 * CSV as Swiss spreadsheets open it by a double click: UTF-8 with its mark, semicolons, lines ended by CR LF, formulas
 * neutralised. RFC 4180 but for the separator.
 */
export function toCsv(rows: Rows, separator: ";" | "," = ";"): string {
  const quoted = (cell: string) =>
    /["\r\n;,\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return (
    BOM +
    rows
      .map((row) =>
        row.map((cell) => quoted(withoutFormula(cell))).join(separator),
      )
      .join("\r\n") +
    "\r\n"
  );
}

/** For the clipboard: pasted into a spreadsheet each value is in a cell of its own. */
export function toTabbedText(rows: Rows): string {
  return rows
    .map((row) =>
      row
        .map((cell) => withoutFormula(cell.replace(/[\t\r\n]+/g, " ")))
        .join("\t"),
    )
    .join("\r\n");
}
