import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  openXlsx,
  WorkbookError,
} from "../../../../shared/table/xlsx-reader.ts";
import { writeXlsx } from "../../../../shared/table/xlsx-writer.ts";

describe("a workbook", () => {
  it("that was written here is read again: texts, figures, days, nothing as a formula", () => {
    const bytes = writeXlsx(
      "Contacts [à voir]",
      ["Nom", "Montant", "Le"],
      [
        ["Zoé & Müller <SA>", 1_234.5, { day: "2026-03-17" }],
        ["=cmd|' /C calc'!A0", -2, { day: "1999-12-31" }],
        ["", 0, { day: "no day" }],
        ["two\nlines _x000D_", 7, { day: "2000-02-29" }],
      ],
    );
    const book = openXlsx(bytes);
    expect(book.sheets).toEqual(["Contacts  à voir"]);
    expect([...book.rows(0)]).toEqual([
      { line: 1, cells: ["Nom", "Montant", "Le"] },
      { line: 2, cells: ["Zoé & Müller <SA>", "1234.5", "2026-03-17"] },
      { line: 3, cells: ["=cmd|' /C calc'!A0", "-2", "1999-12-31"] },
      { line: 4, cells: ["", "0", "no day"] },
      { line: 5, cells: ["two\nlines _x000D_", "7", "2000-02-29"] },
    ]);
  });

  it("of another program is read: shared strings, rich text, gaps, prefixes, long numbers, sheets without rows", () => {
    const bytes = zipSync({
      "xl/workbook.xml": strToU8(
        '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="Leer" r:id="a"/><x:sheet name="Kunden &amp; Co" r:id="b"/></x:sheets></x:workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        '<Relationships><Relationship Id="b" Target="/xl/worksheets/two.xml"/><Relationship Id="a" Target="worksheets/one.xml"/></Relationships>',
      ),
      "xl/worksheets/one.xml": strToU8("<worksheet><sheetData/></worksheet>"),
      "xl/worksheets/two.xml": strToU8(
        '<x:worksheet><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="D3"><x:v>4.1791234567E10</x:v></x:c><x:c r="E3" s="1"><x:v>46098.604166666664</x:v></x:c><x:c r="F3" t="b"><x:v>1</x:v></x:c><x:c r="G3" t="str"><x:f>A1</x:f><x:v>J&#xFC;rg</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
      "xl/sharedStrings.xml": strToU8(
        "<sst><si><r><t>Mül</t></r><r><t>ler</t></r><rPh><t>kana</t></rPh></si></sst>",
      ),
      "xl/styles.xml": strToU8(
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      ),
    });
    const book = openXlsx(bytes);
    expect(book.sheets).toEqual(["Leer", "Kunden & Co"]);
    expect(book.firstWithRows()).toBe(1);
    expect([...book.rows(1)]).toEqual([
      {
        line: 3,
        cells: [
          "",
          "Müller",
          "",
          "41791234567",
          "2026-03-17 14:30",
          "true",
          "Jürg",
        ],
      },
    ]);
  });

  it("that is none, or would fill the memory, is refused with its reason", () => {
    expect(() => openXlsx(new Uint8Array([80, 75, 3, 4, 9, 9]))).toThrow(
      WorkbookError,
    );
    expect(() =>
      openXlsx(zipSync({ "word/document.xml": strToU8("x") })),
    ).toThrow(expect.objectContaining({ reason: "unreadable" }));
  });

  it("that unpacks to gigabytes is refused before it is unpacked, one that lies about it gives no more than it says", () => {
    const sized = (size: number) => {
      const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(5_000_000) });
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      // Where the directory at the end says how large the file is.
      const entry = bytes.findLastIndex(
        (_, at) =>
          at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50,
      );
      view.setUint32(entry + 24, size, true);
      return bytes;
    };
    expect(() => openXlsx(sized(3_000_000_000))).toThrow(
      expect.objectContaining({ reason: "too-large" }),
    );
    // No more is unpacked than it said there is.
    expect(openXlsx(sized(1_000)).sheets).toEqual([]);
  });
});
