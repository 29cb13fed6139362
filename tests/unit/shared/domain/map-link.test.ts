import { expect, test } from "vitest";
import { MAP_SERVICES, mapLink } from "../../../../shared/domain/map-link.ts";

const PLACE = {
  address: "Rue de l’Hôpital 3 & 5",
  postCode: "1630",
  city: "Bulle",
  country: "CH",
};

test("an address leads to each map as one search, whatever is written in it, and never with a name", () => {
  for (const service of MAP_SERVICES) {
    const named = { ...PLACE, name: "Rochat SA" };
    const link = mapLink(named, service) ?? "";
    const values = [...new URL(link).searchParams.values()];
    expect(values).toContain("Rue de l’Hôpital 3 & 5, 1630 Bulle, CH");
    expect(decodeURIComponent(link)).not.toContain("Rochat");
    expect(link.startsWith("https://")).toBe(true);
  }
});

test("a country or a post code alone is no place", () => {
  expect(mapLink({ postCode: "1630", country: "CH" }, "google")).toBeNull();
  expect(mapLink({ address: " ", city: "" }, "openstreetmap")).toBeNull();
  expect(mapLink({ city: "Bulle" }, "openstreetmap")).toBe(
    "https://www.openstreetmap.org/search?query=Bulle",
  );
});
