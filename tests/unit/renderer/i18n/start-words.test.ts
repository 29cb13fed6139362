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
