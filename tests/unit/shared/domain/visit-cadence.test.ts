import { expect, test } from "vitest";
import {
  cadenceDays,
  cadencesOf,
  nextVisit,
  visitLight,
} from "../../../../shared/domain/visit-cadence.ts";
import type { Code } from "../../../../shared/entities/code.ts";

const code = (letters: string, dateFormula?: string): Code => ({
  ...{ id: letters, kind: "visitCadence", code: letters, description: letters },
  ...(dateFormula === undefined ? {} : { dateFormula }),
});

test("the company's own cadences count, else those that come with Carnet", () => {
  expect(cadencesOf([]).get("B")).toBe("4W");
  const own = [code("B", "6W"), { ...code("OLD", "1M"), inactive: true }];
  expect([...cadencesOf([...own, code("NONE")])]).toEqual([
    ["B", "6W"],
    ["OLD", "1M"],
  ]);
});

test("the next visit is due so long after the last one; who was never visited since the card is there", () => {
  expect(nextVisit("4W", "2026-02-13", "2020-01-01")).toBe("2026-03-13");
  expect(nextVisit("1M", "2026-01-31", null)).toBe("2026-02-28");
  expect(nextVisit("4W", null, "2026-03-01")).toBe("2026-03-01");
  expect(nextVisit("4W", null, null)).toBeNull();
  expect(nextVisit(undefined, "2026-02-13", null)).toBeNull();
  expect(nextVisit("often", "2026-02-13", null)).toBeNull();
});

test("red is over, amber within a week, green later", () => {
  const light = (due: string) => visitLight(due, "2026-03-13");
  expect(light("2026-03-12")).toBe("red");
  expect(light("2026-03-13")).toBe("amber");
  expect(light("2026-03-20")).toBe("amber");
  expect(light("2026-03-21")).toBe("green");
});

test("a cadence in days", () => {
  expect([cadenceDays("2W"), cadenceDays("1Q"), cadenceDays("x")]).toEqual([
    14, 90, 0,
  ]);
});
