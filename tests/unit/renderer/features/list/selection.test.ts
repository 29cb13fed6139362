import { expect, test } from "vitest";
import {
  moveColumn,
  resizeColumn,
  withColumn,
  withoutColumn,
} from "../../../../../renderer/features/list/column-layout.ts";
import {
  NOTHING,
  toggled,
  withAll,
  withRange,
} from "../../../../../renderer/features/list/selection.ts";

test("a range begins where something was chosen last, and Ctrl keeps what was chosen before", () => {
  const one = toggled(NOTHING, "c");
  expect(one).toEqual({ ids: new Set(["c"]), anchor: "c" });
  const range = withRange(one, ["c", "d", "e"], false);
  expect(range).toEqual({ ids: new Set(["c", "d", "e"]), anchor: "c" });
  const shorter = withRange(range, ["c", "d"], false);
  expect([...shorter.ids]).toEqual(["c", "d"]);
  expect([...withRange(toggled(shorter, "x"), ["x", "y"], true).ids]).toEqual([
    "c",
    "d",
    "x",
    "y",
  ]);
});

test("all that match are chosen beside what was chosen in another view", () => {
  const all = withAll(toggled(NOTHING, "elsewhere"), ["a", "b"]);
  expect([...all.ids]).toEqual(["elsewhere", "a", "b"]);
  expect([...toggled(all, "a").ids]).toEqual(["elsewhere", "b"]);
});

const columns = (["name", "city", "phone"] as const).map((column) => ({
  column,
  width: 100,
}));

test("the name stays the first column, whatever is moved or hidden", () => {
  expect(moveColumn(columns, "phone", 0).map((one) => one.column)).toEqual([
    "name",
    "phone",
    "city",
  ]);
  expect(moveColumn(columns, "name", 2)).toBe(columns);
  expect(withoutColumn(columns, "name")).toBe(columns);
  expect(withoutColumn(columns, "city")).toHaveLength(2);
  expect(withColumn(columns, "city")).toBe(columns);
});

test("no column becomes too narrow to be seen or wider than a window", () => {
  expect(resizeColumn(columns, "city", 3)[1]?.width).toBe(64);
  expect(resizeColumn(columns, "city", 9000)[1]?.width).toBe(640);
});
