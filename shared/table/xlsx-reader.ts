import { strFromU8, unzipSync, type UnzipFileInfo } from "fflate";
import type { TableRow } from "./csv-reader.ts";
import { dayOfSerial } from "./read-day.ts";
import { attribute, elements, tags, unescapeXml } from "./xml-text.ts";

/** The sheets of a workbook (ECMA-376), values as a person sees them in the file; formulas are what they last gave. */
export interface Workbook {
  readonly sheets: readonly string[];
  /** Place of the first sheet with anything in it, or -1. */
  firstWithRows(): number;
  rows(sheet: number): Iterable<TableRow>;
}

/** Why a workbook is not read. */
export class WorkbookError extends Error {
  readonly reason: "unreadable" | "too-large";
  constructor(reason: "unreadable" | "too-large") {
    super(`The workbook is ${reason}.`);
    this.reason = reason;
  }
}

/** Unpacked bytes of one part; a small file may hold gigabytes of zeros. */
const PART_MAX = 400_000_000;
const COLUMNS_MAX = 500;

/** @throws WorkbookError */
export function openXlsx(bytes: Uint8Array): Workbook {
  const book = textOf(bytes, "xl/workbook.xml");
  const rels = textOf(bytes, "xl/_rels/workbook.xml.rels");
  if (book === null) throw new WorkbookError("unreadable");
  const paths = new Map(
    tags(rels ?? "", "Relationship").map((tag) => [
      attribute(tag, "Id"),
      attribute(tag, "Target").replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  const sheets = tags(book, "sheet").map((tag, i) => ({
    name: unescapeXml(attribute(tag, "name")),
    path:
      paths.get(attribute(tag, "r:id")) ?? `xl/worksheets/sheet${i + 1}.xml`,
  }));
  const epoch1904 = /<workbookPr[^>]*date1904="(?:1|true)"/.test(book);
  const dates = dateStyles(textOf(bytes, "xl/styles.xml") ?? "");
  let strings: readonly string[] | null = null;
  const texts = new Map<number, string>();

  function sheetText(sheet: number): string {
    const known = texts.get(sheet);
    if (known !== undefined) return known;
    const text = textOf(bytes, sheets[sheet]?.path ?? "") ?? "";
    texts.clear();
    texts.set(sheet, text);
    return text;
  }
  function* rows(sheet: number): Iterable<TableRow> {
    strings ??= sharedStrings(textOf(bytes, "xl/sharedStrings.xml") ?? "");
    const text = sheetText(sheet);
    const shared = strings;
    let line = 0;
    for (const [open, body] of elements(text, "row")) {
      line = Number(attribute(open, "r")) || line + 1;
      const cells: string[] = [];
      for (const [cell, inner] of elements(body, "c")) {
        const at = columnOf(attribute(cell, "r")) ?? cells.length;
        if (at >= COLUMNS_MAX) continue;
        while (cells.length < at) cells.push("");
        cells[at] = valueOf(cell, inner);
      }
      if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
    }
    function valueOf(cell: string, inner: string): string {
      const type = attribute(cell, "t");
      if (type === "inlineStr") return richText(inner);
      const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inner)?.[1] ?? "";
      if (type === "s") return shared[Number(value)] ?? "";
      if (type === "b") return value === "1" ? "true" : "false";
      if (type === "e") return "";
      if (type === "str" || type === "d") return unescapeXml(value);
      const isDate = dates.has(Number(attribute(cell, "s") || "0"));
      if (isDate && value !== "")
        return dayIn(Number(value) + (epoch1904 ? 1_462 : 0)) ?? value;
      return plainNumber(value);
    }
  }
  return {
    sheets: sheets.map(({ name }) => name),
    firstWithRows: () =>
      sheets.findIndex((_, i) => {
        for (const _row of rows(i)) return true;
        return false;
      }),
    rows,
  };
}

/** A part of the file as text; null when there is none. */
function textOf(bytes: Uint8Array, path: string): string | null {
  let tooLarge = false;
  const filter = (file: UnzipFileInfo) => {
    if (file.name.toLowerCase() !== path.toLowerCase()) return false;
    tooLarge ||= file.originalSize > PART_MAX;
    return !tooLarge;
  };
  let part: Uint8Array | undefined;
  try {
    part = Object.values(unzipSync(bytes, { filter }))[0];
  } catch {
    throw new WorkbookError("unreadable");
  }
  if (tooLarge) throw new WorkbookError("too-large");
  return part ? strFromU8(part) : null;
}

function sharedStrings(text: string): readonly string[] {
  const strings: string[] = [];
  for (const [, inner] of elements(text, "si")) strings.push(richText(inner));
  return strings;
}

/** The runs of a text together, without how its characters are pronounced. */
function richText(inner: string): string {
  const runs: string[] = [];
  const plain = inner.includes("rPh")
    ? inner.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, "")
    : inner;
  for (const [, text] of elements(plain, "t")) runs.push(unescapeXml(text));
  return runs.join("");
}

/** `AB12` is column 27; null without a place. */
function columnOf(place: string): number | null {
  let column = 0;
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? "";
  if (letters === "") return null;
  for (const letter of letters)
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Which of the cell styles show a number as a day. */
function dateStyles(styles: string): ReadonlySet<number> {
  const custom = new Set(
    tags(styles, "numFmt")
      .filter((tag) => isDateFormat(unescapeXml(attribute(tag, "formatCode"))))
      .map((tag) => Number(attribute(tag, "numFmtId"))),
  );
  const [xfs = ["", ""]] = [...elements(styles, "cellXfs")];
  return new Set(
    tags(xfs[1], "xf").flatMap((tag, i) => {
      const id = Number(attribute(tag, "numFmtId"));
      const builtIn = (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
      return builtIn || custom.has(id) ? [i] : [];
    }),
  );
}

function isDateFormat(code: string): boolean {
  const shown = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, "");
  return /[dmyhs]/i.test(shown) && !/[0#]\.?[0#]*$/.test(shown);
}

/** `2026-03-17`, with a time where there is one, or the time alone. */
function dayIn(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const minutes = Math.round((serial % 1) * 1_440) % 1_440;
  const two = (part: number) => String(part).padStart(2, "0");
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  if (serial < 1) return time;
  const day = dayOfSerial(serial);
  return day === null ? null : minutes === 0 ? day : `${day} ${time}`;
}

/** `4.1791234567E10` is a telephone number, `8.1999999999999993` is 8.2. */
function plainNumber(value: string): string {
  const number = Number(value);
  return value === "" || !Number.isFinite(number) ? value : String(number);
}
