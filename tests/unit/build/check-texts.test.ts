import path from "node:path";
import { expect, test } from "vitest";
import { checkTexts } from "../../../build/check-texts.ts";

const canary = path.resolve(import.meta.dirname, "../../canary/texts");

test("a text that a language lacks, or that is written out, is found", async () => {
  expect(await checkTexts(canary)).toEqual([
    "renderer/i18n/fr-CH: nav.today is missing",
    "renderer/i18n/fr-CH: by has other placeholders than en",
    "renderer/i18n/it-CH: save is empty",
    "renderer/i18n/it-CH: nav.extra is not in en",
    'renderer/ui/written.tsx:2: "Save" is written out; take it from renderer/i18n',
    'renderer/ui/written.tsx:3: "Save" is written out; take it from renderer/i18n',
  ]);
});
