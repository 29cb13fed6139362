import { expect, it } from "vitest";
import { namedId } from "../../../../shared/domain/named-id.ts";
import { Id } from "../../../../shared/entities/fields.ts";

it("gives one name one valid id, and near names different ones", () => {
  const names = Array.from({ length: 2000 }, (_, i) => `code/kind/${i}`);
  const ids = names.map(namedId);
  expect(ids.every((id) => Id.safeParse(id).success)).toBe(true);
  expect(ids.every((id) => id.charAt(14) === "8")).toBe(true);
  expect(new Set(ids).size).toBe(names.length);
  expect(namedId("code/kind/7")).toBe(ids[7]);
});

it("gives a name the id that it had in every version before", () => {
  expect(namedId("imported/Zürich-🎈")).toBe(
    "a30b1fa1-bc86-8ed9-86b2-15c9677f794f",
  );
});
