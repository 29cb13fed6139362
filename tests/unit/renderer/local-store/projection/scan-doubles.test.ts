import { describe, expect, test } from "vitest";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import {
  duplicateSetUpOf,
  hitsNeeded,
} from "../../../../../shared/domain/duplicate-set-up.ts";
import { areDuplicates } from "../../../../../shared/domain/duplicates/search-strings.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { plantDuplicates } from "../../../../helpers/planted-duplicates.ts";

const ON = duplicateSetUpOf(null);
const planted = plantDuplicates(2_000, 100);

function projectionOf(contacts: readonly Contact[]) {
  const projection = createProjection();
  projection.applyStored({
    c: "contacts",
    rows: contacts.map((v) => ({
      ...{ id: v.id, lwt: 1, applied: 0 },
      value: slimContact(v),
    })),
  });
  return projection;
}
const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

describe("DUP-11: a scan of all contacts", () => {
  const projection = projectionOf(planted.contacts);
  const never = () => false;

  const shares: number[] = [];
  const scanned = projection.scan(ON, never, (one) => shares.push(one));

  test("finds the planted duplicates; in the safe lane is nothing else", async () => {
    const answer = await scanned;
    const found = new Map(
      answer?.pairs.map(({ a, b, lane }) => [pairOf(a, b), lane]),
    );
    const real = new Set(planted.pairs.map(([a, b]) => pairOf(a, b)));
    const recalled = [...real].filter((pair) => found.has(pair));
    expect(recalled.length / real.size).toBeGreaterThanOrEqual(0.95);
    const safe = [...found].flatMap(([pair, lane]) =>
      lane === "safe" ? [pair] : [],
    );
    expect(safe.length).toBeGreaterThan(20);
    expect(safe.filter((pair) => !real.has(pair))).toEqual([]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(answer?.contacts).toBe(2_000);
    expect(answer?.counts.safe).toBe(safe.length);
  });

  test("fathers and sons, branches and namesakes are never safe", async () => {
    const answer = await scanned;
    const lanes = new Map(
      answer?.pairs.map(({ a, b, lane }) => [pairOf(a, b), lane]),
    );
    const told = planted.traps.map(([a, b]) => lanes.get(pairOf(a, b)));
    expect(told).not.toContain("safe");
    // They are asked about: nobody can tell them apart from here.
    expect(told.filter(Boolean).length).toBeGreaterThan(10);
  });

  test("ends when it is stopped", async () => {
    let turns = 0;
    const answer = await projection.scan(
      ON,
      () => ++turns > 2,
      () => {},
    );
    expect(answer).toBeNull();
    expect(turns).toBe(3);
  });

  test("by the search strings alone it finds what comparing all with all finds", async () => {
    const some = planted.contacts.slice(-400);
    const setUp = { ...ON, normaliser: false, hit: 40 };
    const answer = await projectionOf(some).scan(setUp, never, () => {});
    const expected: string[] = [];
    for (const [i, a] of some.entries())
      for (const b of some.slice(i + 1))
        if (a.type === b.type && areDuplicates(a, b, setUp))
          expected.push(pairOf(a.id, b.id));
    expect(hitsNeeded(setUp)).toBe(7);
    expect(expected.length).toBeGreaterThan(0);
    const found = answer?.pairs.map(({ a, b }) => pairOf(a, b));
    expect(found?.toSorted()).toEqual(expected.toSorted());
  });

  test("says how many were compared: not who stands on another card, nor who is not looked at", async () => {
    const [one, other, ...few] = planted.contacts.slice(0, 20);
    if (!one || !other) throw new Error("nobody planted");
    const all = [one, { ...other, mergedInto: one.id }, ...few];
    const asked = (setUp: typeof ON) =>
      projectionOf(all).scan(setUp, never, () => {});
    expect((await asked(ON))?.contacts).toBe(19);
    const persons = [one, ...few].filter(({ type }) => type === "person");
    const answer = await asked({ ...ON, types: "person" });
    expect(answer?.contacts).toBe(persons.length);
  });
});
