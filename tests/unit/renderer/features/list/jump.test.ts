import { expect, test } from "vitest";
import { placeOf } from "../../../../../renderer/features/list/jump.ts";

const collator = new Intl.Collator("fr-CH", { sensitivity: "base" });
const names = [
  "Aebi",
  "Böhlen",
  "Bolle",
  "Écoffey",
  "Favre",
  "Zürcher",
  "",
  "",
];
const at = (list: readonly string[]) => async (i: number) => list[i] ?? "";

test.each([
  ["b", 1],
  ["bol", 2],
  ["ec", 3],
  ["f", 4],
  ["m", 5],
  ["zz", 6],
])("jumping to %s goes to row %i", async (typed, row) => {
  expect(
    await placeOf(typed, names.length, at(names), {
      collator,
      descending: false,
    }),
  ).toBe(row);
});

test("in a list that is sorted the other way, too", async () => {
  const down = [...names.slice(0, 6).toReversed(), ""];
  expect(
    await placeOf("b", down.length, at(down), { collator, descending: true }),
  ).toBe(3);
});

test("100,000 rows are halved, not read", async () => {
  let reads = 0;
  const place = await placeOf(
    "0777",
    100_000,
    async (i) => {
      reads++;
      return String(i).padStart(6, "0");
    },
    { collator, descending: false },
  );
  expect(place).toBe(77_700);
  expect(reads).toBeLessThan(20);
});
