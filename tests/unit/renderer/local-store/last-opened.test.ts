import { expect, test } from "vitest";
import {
  LAST_OPENED_ID,
  readLastOpened,
  withOpened,
} from "../../../../renderer/local-store/last-opened.ts";

test("a card that is opened comes to the top and stands there once", () => {
  expect(withOpened(["a", "b", "c"], "c")).toEqual(["c", "a", "b"]);
  expect(withOpened([], "a")).toEqual(["a"]);
});

test("the list does not grow for ever", () => {
  const many = Array.from({ length: 100 }, (_, n) => `c${n}`);
  const kept = withOpened(many, "new");
  expect(kept.length).toBeLessThan(50);
  expect(kept.slice(0, 2)).toEqual(["new", "c0"]);
});

test("whatever is no id in a stored list is left out", () => {
  const draft = (value: never) => ({
    id: LAST_OPENED_ID,
    form: "last-opened",
    value,
    savedAt: "2026-03-13T08:00:00.000Z",
  });
  expect(readLastOpened(null)).toEqual([]);
  expect(readLastOpened(draft({ a: 1 } as never))).toEqual([]);
  expect(readLastOpened(draft(["a", 3, null, "b"] as never))).toEqual([
    "a",
    "b",
  ]);
});
