import { strToU8, Zip, ZipDeflate } from "fflate";
import { escapeXml } from "./xml-text.ts";

/** A text, a figure, or a day (`2026-03-17`), each as a spreadsheet keeps it. */
export type SheetCell = string | number | { readonly day: string };

const DAY_MS = 86_400_000;
/** Rows of XML that are packed at a time. */
const ROWS_AT_ONCE = 500;
/** One cell of a spreadsheet holds no more. */
const TEXT_MAX = 32_767;

/**
 * One sheet as a workbook (ECMA-376) that every spreadsheet opens: bold headings that stay in sight, figures as figures,
 * days as days. A text is never a formula there, whatever it begins with.
 */
export function writeXlsx(
  sheetName: string,
  head: readonly string[],
  rows: Iterable<readonly SheetCell[]>,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const add = (name: string, ...texts: readonly string[]) => {
    const file = new ZipDeflate(name, { level: 6 });
    // The same rows give the same file.
    file.mtime = new Date(Date.UTC(1980, 0, 2));
    zip.add(file);
    for (const text of texts) file.push(strToU8(text));
    file.push(new Uint8Array(), true);
  };
  add("[Content_Types].xml", TYPES);
  add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  add(
    "xl/_rels/workbook.xml.rels",
    relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
    ]),
  );
  add(
    "xl/workbook.xml",
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${nameOf(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add("xl/styles.xml", STYLES);
  add("xl/worksheets/sheet1.xml", ...sheet(head, rows));
  zip.end();
  return joined(parts);
}

function* sheet(
  head: readonly string[],
  rows: Iterable<readonly SheetCell[]>,
): Iterable<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(1, head, 1);
  let part: string[] = [];
  let line = 1;
  for (const row of rows) {
    part.push(rowXml(++line, row, 0));
    if (part.length < ROWS_AT_ONCE) continue;
    yield part.join("");
    part = [];
  }
  yield `${part.join("")}</sheetData></worksheet>`;
}

function rowXml(
  line: number,
  cells: readonly SheetCell[],
  style: number,
): string {
  const xml = cells.map((cell, i) =>
    cellXml(`${letters(i)}${line}`, cell, style),
  );
  return `<row r="${line}">${xml.join("")}</row>`;
}

function cellXml(place: string, cell: SheetCell, style: number): string {
  if (typeof cell === "number")
    return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === "object") {
    const serial = Date.parse(`${cell.day}T00:00:00Z`) / DAY_MS + 25_569;
    return Number.isFinite(serial)
      ? `<c r="${place}" s="2"><v>${serial}</v></c>`
      : cellXml(place, cell.day, style);
  }
  if (cell === "") return "";
  const text = escapeXml(cell.slice(0, TEXT_MAX)).replace(
    /_x([\dA-Fa-f]{4})_/g,
    "_x005F_x$1_",
  );
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** A sheet's name has at most 31 characters, and none of these. */
function nameOf(name: string): string {
  return escapeXml(
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .slice(0, 31)
      .trim() || "1",
  );
}

function relations(all: readonly (readonly [string, string])[]): string {
  const tags = all.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags.join("")}</Relationships>`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETML}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/></Types>`;

/** 0: as it is, 1: headings, 2: days. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
