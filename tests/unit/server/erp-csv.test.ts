import { describe, expect, test } from "vitest";
import { CsvError, readErpCsv } from "../../../server/import/erp-csv.ts";
import {
  readDay,
  readFigure,
  readType,
} from "../../../server/import/erp-values.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("figures of an ERP", () => {
  test.each([
    ["7'800.00", 7800],
    ["7’800.00", 7800],
    ["7 800,00", 7800],
    ["7\u202f800,00", 7800],
    ["7.800,00", 7800],
    ["7,800.00", 7800],
    ["1'234'567.05", 1_234_567.05],
    ["1.234.567", 1_234_567],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["-3'900.00", -3900],
    ["−3'900.00", -3900],
    ["3'900.00-", -3900],
    ["(3'900.00)", -3900],
    ["CHF 620.–", 620],
    ["620.-", 620],
    ["CHF -620.00", -620],
    ["40", 40],
    ["0", 0],
  ])("%s", (text, value) => {
    expect(readFigure(text)).toBe(value);
  });

  test.each(["", "abc", "1.2.3", "12'34x", "1,23,4", "--", "."])(
    "%j is none",
    (text) => {
      expect(readFigure(text)).toBeNull();
    },
  );
});

test.each([
  ["12.05.2025", "2025-05-12"],
  ["12.5.25", "2025-05-12"],
  ["12/05/2025", "2025-05-12"],
  ["2025-05-12", "2025-05-12"],
  ["20250512", "2025-05-12"],
  ["12.05.2025 00:00:00", "2025-05-12"],
  ["2025-05-12T00:00:00", "2025-05-12"],
  ["30.02.2025", null],
  ["05/2025", null],
  ["", null],
])("the day %j", (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each([
  ["Facture", "invoice"],
  ["Rechnung", "invoice"],
  ["Note de crédit", "credit"],
  ["Gutschrift", "credit"],
  ["Avoir", "credit"],
  ["Nota di credito", "credit"],
  ["Retoure", "credit"],
  ["Retour client", "credit"],
  ["Reso", "credit"],
  ["Reso da cliente", "credit"],
  ["Return", "credit"],
  ["Rückgabe", "credit"],
  ["Remboursement", "credit"],
  ["Rimborso", "credit"],
  ["Stornorechnung", "credit"],
  ["Storno", "credit"],
  ["Facture annulée", "credit"],
  ["Rechnungskorrektur", "credit"],
  ["Verkaufsgutschrift", "credit"],
  ["Crédit", "credit"],
  ["Facture d'avoir", "credit"],
  ["NC", "credit"],
  ["G", "credit"],
  ["Gebühr", "invoice"],
  ["Mahngebühr", "invoice"],
  ["Frais de rappel", "invoice"],
  ["Spese", "invoice"],
  ["Finance Charge Memo", "invoice"],
  ["Note de débit", "invoice"],
  ["Nota di debito", "invoice"],
  ["Lastschrift", "invoice"],
  ["R", "invoice"],
  ["RE", "invoice"],
  ["Rechn.", "invoice"],
  ["Fact.", "invoice"],
  ["Cr. memo", "credit"],
  ["Gutschr.", "credit"],
  ["Rappel", null],
  ["Garantie", null],
  ["Offerte", null],
  ["Livraison", null],
])("the document type %j", (text, type) => {
  expect(readType(text)).toBe(type);
});

test("HIS-1: a French export with semicolons, Swiss figures and days; its margin is not read", () => {
  const file = [
    "N° document;N° ligne;Type;N° client;N° article;Désignation;Date;Quantité;Montant net;Devise;Marge",
    `F100;10;Facture;C10010;1000;"Cuve inox; 500 l";12.05.2025;2;7'800.00;CHF;31%`,
    `G1;10;Note de crédit;C10010;1000;Cuve inox 500 l;01.12.2025;1;3'900.00;CHF;31%`,
    "",
  ].join("\r\n");
  const read = readErpCsv("purchases", bytes(file));
  expect(read).toEqual({
    ...{ charset: "utf-8", separator: ";", ignored: ["Marge"], rejected: [] },
    lines: [
      {
        line: 2,
        value: {
          ...{ document: "F100", line: 10, type: "invoice" },
          ...{ customer: "C10010", item: "1000", date: "2025-05-12" },
          ...{ description: "Cuve inox; 500 l", quantity: 2, amount: 7800 },
          currency: "CHF",
        },
      },
      {
        line: 3,
        value: {
          ...{ document: "G1", line: 10, type: "credit" },
          ...{ customer: "C10010", item: "1000", date: "2025-12-01" },
          ...{ description: "Cuve inox 500 l", quantity: -1, amount: -3900 },
          currency: "CHF",
        },
      },
    ],
  });
});

test("a German export in Windows-1252 with tabs; a document's rows are numbered where the file does not", () => {
  const text = [
    "Belegnr.\tKundennr.\tArtikelnr.\tBezeichnung\tBuchungsdatum\tMenge\tBetrag",
    "F1\tC1\tS\tKäse\t1.2.2026\t0,5\t12,50",
    "F1\tC1\tT\tMüsli\t1.2.2026\t1\t3,00",
    "F2\tC1\tT\tMüsli\t1.2.2026\t-1\t-3,00",
  ].join("\n");
  const latin = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const read = readErpCsv("purchases", latin);
  expect(read.charset).toBe("windows-1252");
  expect(read.separator).toBe("\t");
  expect(read.lines.map(({ value }) => value)).toMatchObject([
    { document: "F1", line: 1, description: "Käse", amount: 12.5 },
    { document: "F1", line: 2, description: "Müsli", currency: "CHF" },
    { document: "F2", line: 1, type: "credit", quantity: -1, amount: -3 },
  ]);
});

test("rows that cannot be read are refused one by one, with their line and why", () => {
  const file = [
    "document,customer,item,date,quantity,amount,type",
    "F1,C1,S,30.02.2026,1,1.00,",
    'F2,C1,"S\nT",1.2.2026,viel,1.00,',
    "F3,C1,S,1.2.2026,1,gratis,",
    "F4,C1,S,1.2.2026,1,1.00,Livraison",
    "F5,C1,S,1.2.2026,1,1.00,",
  ].join("\n");
  const { rejected, lines } = readErpCsv("purchases", bytes(file));
  expect(rejected).toEqual([
    { line: 2, message: 'date: "30.02.2026" is no day' },
    { line: 3, message: 'quantity: "viel" is no figure' },
    { line: 5, message: 'amount: "gratis" is no figure' },
    {
      line: 6,
      message: 'type: "Livraison" is neither an invoice nor a credit note',
    },
  ]);
  expect(lines.map(({ line }) => line)).toEqual([7]);
});

test("a file without a column that is needed is refused whole, and says how to name it", () => {
  const file = bytes(
    "Beleg;Kunde;Sache;Datum;Menge;Betrag\nF1;C1;S;1.2.26;1;1",
  );
  expect(() => readErpCsv("purchases", file)).toThrow(CsvError);
  expect(() => readErpCsv("purchases", file)).toThrow("--map item=HEADING");
  const { lines } = readErpCsv("purchases", file, { map: { item: "Sache" } });
  expect(lines[0]?.value).toMatchObject({ item: "S" });
});

test("accounts: kinds in any language, or one for the whole file; empty cells say nothing", () => {
  const file = bytes(
    "Genre;N°;Nom;NPA;Localité;Téléphone;Bloqué\nClient;C1;Étude SA;1700;Fribourg;;oui\nFournisseur;V1;Gaz SA;;;;",
  );
  expect(readErpCsv("accounts", file).lines.map(({ value }) => value)).toEqual([
    {
      ...{ kind: "customer", no: "C1", name: "Étude SA" },
      ...{ postCode: "1700", city: "Fribourg", blocked: true },
    },
    { kind: "vendor", no: "V1", name: "Gaz SA" },
  ]);
  const plain = bytes("No,Name\nC1,A");
  expect(readErpCsv("accounts", plain).rejected).toHaveLength(1);
  expect(
    readErpCsv("accounts", plain, { accountKind: "bank" }).lines[0]?.value,
  ).toEqual({ kind: "bank", no: "C1", name: "A" });
});
