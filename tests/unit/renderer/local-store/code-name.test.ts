import { expect, test } from "vitest";
import { codeName } from "../../../../renderer/local-store/code-name.ts";

test.each([
  ["country", "CA", "fr-CH", "Canada"],
  ["country", "DK", "de-CH", "Dänemark"],
  ["country", "Suisse", "fr-CH", "Suisse"],
  ["country", "XQ", "fr-CH", "XQ"],
  ["language", "pt", "it-CH", "portoghese"],
  ["currency", "SEK", "en", "Swedish Krona"],
  ["territory", "CA", "fr-CH", "CA"],
] as const)("%s %s in %s is called %s", (kind, code, language, name) => {
  expect(codeName(kind, code, language)).toBe(name);
});
