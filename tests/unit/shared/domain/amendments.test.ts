import { expect, it } from "vitest";
import { amendedBy } from "../../../../shared/domain/amendments.ts";
import { visit } from "./visit-builder.ts";

it("names the newest of a chain of corrections for each earlier one", () => {
  const map = amendedBy([
    visit({ id: "a" }),
    visit({ id: "b", amends: "a" }),
    visit({ id: "c", amends: "b" }),
  ]);
  expect([...map]).toEqual([
    ["a", "c"],
    ["b", "c"],
  ]);
});

it("two corrections of one visit: the later id counts, in any order", () => {
  const all = [
    visit({ id: "a" }),
    visit({ id: "c", amends: "a" }),
    visit({ id: "b", amends: "a" }),
  ];
  expect(amendedBy(all).get("a")).toBe("c");
  expect(amendedBy([...all].reverse()).get("a")).toBe("c");
});

it("a cancelled correction corrects nothing", () => {
  expect(
    amendedBy([visit({ id: "b", amends: "a", canceled: true })]).size,
  ).toBe(0);
});

it("a circle, which only damage can make, does not hang", () => {
  const circle = [
    visit({ id: "a", amends: "b" }),
    visit({ id: "b", amends: "a" }),
    visit({ id: "c", amends: "c" }),
  ];
  expect(amendedBy(circle).has("c")).toBe(false);
});
