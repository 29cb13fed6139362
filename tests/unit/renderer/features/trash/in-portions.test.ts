import { expect, it } from "vitest";
import { inPortions } from "../../../../../renderer/features/trash/in-portions.ts";
import type { Change } from "../../../../../shared/domain/change.ts";
import type { SaveResult } from "../../../../../renderer/local-store/store.ts";

const changes = (count: number): Change[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ c: "contacts", id: `c${i}`, before: null, after: null },
  }));

function recorder(fails = false) {
  const sizes: number[] = [];
  const save = async (some: readonly Change[]): Promise<SaveResult> => {
    sizes.push(some.length);
    return fails
      ? { status: "failed", reason: "io" }
      : { status: "saved", d: 1 };
  };
  return { sizes, portions: inPortions(save) };
}

it("120 single changes are three portions", async () => {
  const { sizes, portions } = recorder();
  for (let i = 0; i < 120; i++) await portions.add(changes(1));
  expect(await portions.flush()).toBe(true);
  expect(sizes).toEqual([50, 50, 20]);
});

it("what belongs together is split only when it alone is too large", async () => {
  const { sizes, portions } = recorder();
  for (const count of [30, 30, 70]) await portions.add(changes(count));
  await portions.flush();
  expect(sizes).toEqual([30, 30, 50, 20]);
});

it("what could not be saved is said, and nothing after it is saved", async () => {
  const { sizes, portions } = recorder(true);
  expect(await portions.add(changes(30))).toBe(true);
  expect(await portions.add(changes(30))).toBe(false);
  expect(await portions.flush()).toBe(true);
  expect(sizes).toEqual([30]);
});
