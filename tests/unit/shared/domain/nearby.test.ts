import { expect, it } from "vitest";
import { nearestFirst } from "../../../../shared/domain/nearby.ts";
import { gruyere, helvetia, person } from "./contact-builder.ts";

const at = (id: string, postCode: string, city: string, country = "CH") => ({
  id,
  postCode,
  city,
  country,
});

it("LOC-3: contacts within so many kilometres, the nearest first, not the contact itself", () => {
  const others = [
    at("fribourg", "1700", "Fribourg"),
    at("bulle", "1630", "Bulle"),
    at("gruyeres", "1663", "Gruyères"),
    gruyere(),
    helvetia(),
    person(),
  ];
  const near = nearestFirst(gruyere(), others, 30);
  expect(near.map(({ row }) => row.id)).toEqual([
    "bulle",
    "gruyeres",
    "fribourg",
  ]);
  expect(near[0]?.km).toBe(0);
  expect(near[2]?.km).toBeGreaterThan(20);
  expect(nearestFirst(gruyere(), others, 10)).toHaveLength(2);
});

it("LOC-3: a place abroad that looks like a Swiss post code is nowhere near", () => {
  const vienna = at("vienna", "1010", "Wien", "AT");
  const lausanne = at("lausanne", "1010", "Lausanne");
  expect(nearestFirst(lausanne, [vienna], 500)).toEqual([]);
  expect(nearestFirst(vienna, [lausanne], 500)).toEqual([]);
  expect(nearestFirst(person(), [helvetia()], 500)).toEqual([]);
});
