import { expect, test } from "vitest";
import {
  guessCharset,
  type TableCharset,
} from "../../../../shared/table/guess-charset.ts";

/** As an old program writes it: each letter one byte. */
function bytesOf(text: string, charset: TableCharset): Uint8Array {
  const decoder = new TextDecoder(charset);
  const letters = Array.from({ length: 256 }, (_, byte) =>
    decoder.decode(new Uint8Array([byte])),
  );
  const bytes = Array.from(text, (letter) => letters.indexOf(letter));
  expect(bytes, text).not.toContain(-1);
  return new Uint8Array(bytes);
}

const WESTERN = [
  "Société;Crème brûlée;Zürich;où;Genève;Caffè Lugano;Forlì;perché",
  "Käserei;Mühle;Größe;straße;Bäckerei;Überlingen",
  "Surface 120 m³ à 50 £;3 m² ;½ ;n¹ 4;3¾ ;¿ Que ?;Añejo;Søren Bærum",
  "Bœuf;L’Haÿ-les-Roses;cœur;Françoise",
];
const POLISH = "Nazwa;Łukasz Wałęsa;Małgorzata Żółć;Sąd;Książka;Bydgoszcz";

test.each(WESTERN)(
  "what the west writes is not taken for central Europe: %s",
  (text) => {
    expect(guessCharset(bytesOf(text, "windows-1252"))).toBe("windows-1252");
  },
);

test.each([
  "Société;Crème brûlée;Zürich;où;Genève;Caffè;cœur;Bærum;bøf",
  ...[
    "Name;Ort\nJörg;Köln",
    "Name\nBär",
    "Rue;Rue de l'école",
    "Nom\nBéatrice",
  ],
])("on a Macintosh, too: %s", (text) => {
  expect(guessCharset(bytesOf(text, "macintosh"))).toBe("macintosh");
});

test.each([
  ...["Name;Ort\nŠkoda;Bern", "Name\nMiloš Nikolic", "Nom\nSaša Ilic"],
  ...["Nom;Lieu\nŽivana;Bern", "NOM\nMILOŠ", "NOM\nKUŽNAR"],
])("who has nothing but Š, š or Ž writes on Windows: %s", (text) => {
  const bytes = bytesOf(text, "windows-1252");
  const guess = guessCharset(bytes);
  expect(new TextDecoder(guess).decode(bytes)).toBe(text);
});

test("Polish and Slovak of an old Windows are read as they were written", () => {
  for (const text of [POLISH, "Firma;Ľubomír Kováč;Veľký Meder;soľ"]) {
    const bytes = bytesOf(text, "windows-1250");
    const guess = guessCharset(bytes);
    expect(new TextDecoder(guess).decode(bytes)).toBe(text);
  }
});

test("the same as UTF-8 is UTF-8", () => {
  const bytes = new TextEncoder().encode(POLISH);
  expect(guessCharset(bytes)).toBe("utf-8");
});
