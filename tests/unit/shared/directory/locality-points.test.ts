import { expect, it } from "vitest";
import {
  distanceKm,
  pointOf,
  postCodesNear,
} from "../../../../shared/directory/locality-points.ts";

const bulle = pointOf("1630", "Bulle");
const bern = pointOf("3011", "Bern");
const zurich = pointOf("8001", "Zürich");

it("LOC-3: every town of the directory lies in or beside Switzerland", () => {
  for (const [code, city] of [
    ["1630", "Bulle"],
    ["6900", "Lugano"],
    ["7000", "Chur"],
    ["9490", "Vaduz"],
  ] as const) {
    const point = pointOf(code, city);
    expect(point?.latitude).toBeGreaterThan(45.8);
    expect(point?.latitude).toBeLessThan(47.9);
    expect(point?.longitude).toBeGreaterThan(5.9);
    expect(point?.longitude).toBeLessThan(10.6);
  }
});

it("LOC-3: an unknown town is where its post code is, an unknown post code nowhere", () => {
  expect(pointOf("1630", "Bulle-Centre")).toEqual(bulle);
  expect(pointOf("0000", "Bulle")).toBeNull();
  expect(pointOf(undefined, "Bulle")).toBeNull();
});

it("LOC-3: distances are those of the map", () => {
  if (!bern || !zurich) throw new Error("not in the directory");
  // 95 km as the crow flies.
  expect(distanceKm(bern, zurich)).toBeGreaterThan(93);
  expect(distanceKm(bern, zurich)).toBeLessThan(97);
  expect(distanceKm(bern, bern)).toBe(0);
});

it("LOC-3: the post codes around a town, nearest first, each once", () => {
  if (!bulle) throw new Error("not in the directory");
  const near = postCodesNear(bulle, 10);
  expect(near[0]).toBe("1630");
  expect(near).toContain("1663");
  expect(near).not.toContain("1700");
  expect(new Set(near).size).toBe(near.length);
  expect(postCodesNear(bulle, 30)).toContain("1700");
});
