import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { partsOf, textOf } from "../../../../shared/vcard/card.ts";
import { readBytes } from "./read-text.ts";

/**
 * A second opinion on 3.0 and 4.0: every text of every property, as ical.js reads it. It cannot read 2.1, and leaves
 * `\:`, `\"` and the `\;` of a note as they are, which are escapes in every address book.
 */
const folder = new URL("../../../fixtures/vcards/", import.meta.url);
const files = [
  "John_Doe_GMAIL.vcf",
  "gmail-single2.vcf",
  "rfc2426-example.vcf",
  "rfc6350-example.vcf",
];
const STRUCTURED = new Set(["N", "ADR", "ORG"]);
/** Not plain text for ical.js: it makes numbers and dates of them. */
const TYPED = new Set(["BDAY", "ANNIVERSARY", "TZ", "REV", "PHOTO"]);

for (const file of files) {
  it(`${file} says the same to ical.js`, () => {
    const bytes = readFileSync(new URL(file, folder));
    const theirs = componentsOf(bytes.toString("utf8"));
    const ours = readBytes(bytes).cards.map((read) => {
      if (read.kind !== "contact") throw new Error(read.reason);
      return read.card.properties.filter(
        ({ name }) => !TYPED.has(name) && !/^(BEGIN|END)$/.test(name),
      );
    });
    expect(ours.length).toBe(theirs.length);
    ours.forEach((properties, i) => {
      const read = properties.map((property) => {
        const parts = partsOf(property);
        return [
          property.name,
          STRUCTURED.has(property.name) && parts.length > 1
            ? parts.map(plain)
            : plain(textOf(property)),
        ];
      });
      expect(read).toEqual(theirs[i]);
    });
  });
}

function componentsOf(text: string) {
  const parsed = ICAL.parse(text) as unknown as unknown[];
  const cards = (typeof parsed[0] === "string" ? [parsed] : parsed) as [
    string,
    [string, object, string, unknown][],
  ][];
  return cards.map(([, properties]) =>
    properties
      .map(([name, , , value]) => {
        const bare = name.toUpperCase().replace(/^ITEM\d+\./, "");
        return [
          bare,
          Array.isArray(value)
            ? value.map((part) => plain(String(part)))
            : plain(String(value)),
        ] as const;
      })
      .filter(([name]) => !TYPED.has(name)),
  );
}

function plain(text: string): string {
  return text.replace(/\\([:;"])/g, "$1");
}
