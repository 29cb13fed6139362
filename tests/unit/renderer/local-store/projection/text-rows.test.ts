import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fromBytes,
  toBytes,
} from "../../../../../renderer/local-store/projection/columns/pack.ts";
import {
  symbolsFor,
  symbolTexts,
} from "../../../../../renderer/local-store/projection/columns/symbols.ts";
import { createTextRows } from "../../../../../renderer/local-store/projection/columns/text-rows.ts";

/** Any text, half letters of a pair included. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((units) => String.fromCharCode(...units)),
);

test("a text comes back from any symbols as it was", () => {
  fc.assert(
    fc.property(fc.array(anyText), anyText, (learnt, text) => {
      const codec = symbolTexts(symbolsFor(learnt));
      const bytes = new Uint8Array(text.length * 3 + 7);
      const length = codec.write(text, bytes, 7);
      expect(codec.read(bytes, 7, 7 + length)).toBe(text);
    }),
  );
});

test("texts like those that were learnt from take half the room", () => {
  const line = (n: number) =>
    `Boulangerie Rossi ${n} · +41 21 555 ${n % 90} 75 · https://www.rossi${n}.example`;
  const symbols = symbolsFor(Array.from({ length: 200 }, (_, n) => line(n)));
  expect(symbols.length).toBeLessThanOrEqual(255);
  const text = line(4_711);
  const length = symbolTexts(symbols).write(text, new Uint8Array(300), 0);
  expect(length).toBeLessThan(text.length / 2);
});

const FIELDS = 3;
const textsOf = (n: number, word: string) => [
  `${word} ${n} SA`,
  n % 7 === 0 ? "" : `${word}@firma${n}.example`,
  n % 50 === 0 ? "Lausanne, Genève, Zürich; ".repeat(20) : "Genève",
];

test("rows are what was set, before and after symbols are chosen, over changes and a restart", () => {
  const rows = createTextRows(FIELDS);
  const wanted = new Map<number, readonly string[]>();
  const set = (
    to: ReturnType<typeof createTextRows>,
    n: number,
    word: string,
  ) => {
    wanted.set(n, textsOf(n, word));
    to.set(n, textsOf(n, word));
  };
  const expectWanted = (from: ReturnType<typeof createTextRows>) => {
    for (let n = 0; n < 6_000; n++) {
      const texts = wanted.get(n);
      expect(from.first(n, FIELDS)).toEqual(texts ?? []);
      expect(from.get(n, 1)).toBe(texts?.[1] ?? "");
      expect(from.has(n, 1)).toBe((texts?.[1] ?? "") !== "");
    }
  };
  // From one row to the next everything is read: the moment of the choice is in between.
  for (let n = 0; n < 5_000; n += 2) set(rows, n, "Muster");
  expectWanted(rows);
  for (let n = 0; n < 5_000; n += 4) set(rows, n, "Änderung");
  for (let n = 0; n < 5_000; n += 6) {
    rows.clear(n);
    wanted.delete(n);
  }
  expectWanted(rows);

  const packed = rows.pack(6_000);
  expect(packed["symbols"]).not.toBeNull();
  const again = createTextRows(FIELDS, fromBytes(toBytes(packed)));
  expectWanted(again);
  for (let n = 1; n < 6_000; n += 2) set(again, n, "日本 𝒳");
  expectWanted(again);
  // What is left behind goes in between, more than once.
  for (let turn = 0; turn < 8; turn++)
    for (let n = 0; n < 6_000; n += 3) set(again, n, `Änderung ${turn}`);
  expectWanted(again);
});

test("symbols are learnt from every kind of row, and once more when much has come", () => {
  const rows = createTextRows(FIELDS);
  const size = () => (rows.pack(60_000)["bytes"] as Uint8Array).length;
  const textOf = (n: number) =>
    n % 2 === 0 ? ["FABRIK AG", "", ""] : ["Привет, мир", "zürich", "x"];
  for (let n = 0; n < 8_000; n++) rows.set(n, textOf(n));
  expect(size()).toBeLessThan(8_000 * 8);
  const later = ["Ελληνικά και άλλα", "", ""];
  for (let n = 8_000; n < 60_000; n++) rows.set(n, later);
  expect(size()).toBeLessThan(8_000 * 8 + 52_000 * 8);
  expect(rows.first(1, FIELDS)).toEqual(textOf(1));
  expect(rows.first(59_999, FIELDS)).toEqual(later);
});

test("a few rows are kept without symbols, over a restart too", () => {
  const rows = createTextRows(FIELDS);
  rows.set(0, textsOf(0, "Genève"));
  const packed = rows.pack(1);
  expect(packed["symbols"]).toBeNull();
  const again = createTextRows(FIELDS, fromBytes(toBytes(packed)));
  expect(again.first(0, FIELDS)).toEqual(textsOf(0, "Genève"));
});

test("rows without a letter choose once, and come back", () => {
  const rows = createTextRows(FIELDS);
  for (let n = 0; n < 60_000; n++) rows.set(n, []);
  const again = createTextRows(FIELDS, fromBytes(toBytes(rows.pack(60_000))));
  again.set(1, textsOf(1, "Muster"));
  expect(again.first(1, FIELDS)).toEqual(textsOf(1, "Muster"));
  expect(again.first(2, FIELDS)).toEqual(["", "", ""]);
});
