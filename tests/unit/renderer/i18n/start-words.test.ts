import { expect, test } from "vitest";
import { startWords } from "../../../../renderer/i18n/start-words.ts";
import { formatCount } from "../../../../renderer/ui/format.ts";

test("numbers in a text are written as everywhere else, and still choose its form", async () => {
  const { t } = await startWords("fr-CH", formatCount);
  expect(t("today.records", { count: 12_480 })).toBe("12'480 enregistrements");
  expect(t("today.records", { count: 1 })).toBe("1 enregistrement");
  expect(t("import.photosReduced", { count: 1 })).toBe("1, réduite");
  expect(t("create.saved", { name: "Favre & Fils" })).toBe(
    "Favre & Fils est enregistré.",
  );
});

test("no line breaks before a French colon or inside its guillemets", async () => {
  const french = await startWords("fr-CH", formatCount);
  expect(french.t("double.openOf", { name: "Favre : Fils" })).toBe(
    "Ouvrir\u00a0: Favre : Fils",
  );
  expect(french.t("double.managersOnly")).toContain(
    "\u00ab\u00a0Pas les mêmes\u00a0\u00bb",
  );
  const english = await startWords("en", formatCount);
  expect(english.t("double.scanningShare", { share: 5 })).not.toContain(
    "\u00a0",
  );
});
