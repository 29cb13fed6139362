import { expect, test } from "vitest";
import { likelyKind } from "../../../../shared/domain/likely-kind.ts";

test.each([
  ["Zoé Rappaz", "person"],
  ["Annina Caduff Derungs", "person"],
  ["Jean-Luc D'Agostino", "person"],
  ["Fromagerie Gruyère-Est", "company"],
  ["Helvetia Präzision AG", "company"],
  ["Vins du Lavaux Sàrl", "company"],
  ["Rolex", "company"],
  ["garage morandi", "company"],
] as const)("%s is probably a %s", (name, kind) => {
  expect(likelyKind(name)).toBe(kind);
});
