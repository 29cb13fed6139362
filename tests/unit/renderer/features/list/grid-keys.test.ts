import { expect, test } from "vitest";
import { gridKey } from "../../../../../renderer/features/list/grid-keys.ts";

const place = { index: 10, total: 100_000, page: 20, typing: false };
const press = (key: string, more: object = {}, at: object = {}) =>
  gridKey(
    {
      ...{
        key,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        shiftKey: false,
      },
      ...more,
    },
    { ...place, ...at },
  );

test.each([
  ["ArrowDown", 11],
  ["ArrowUp", 9],
  ["PageDown", 30],
  ["PageUp", 0],
  ["Home", 0],
  ["End", 99_999],
])("%s goes to row %i", (key, to) => {
  expect(press(key)).toEqual({ do: "go", to, choose: false });
  expect(press(key, { shiftKey: true })).toEqual({
    do: "go",
    to,
    choose: true,
  });
});

test("V logs a visit, but is a letter with Shift and within a name", () => {
  expect(press("v")).toEqual({ do: "visit" });
  expect(press("V", { shiftKey: true })).toEqual({ do: "jump", letter: "V" });
  expect(press("v", {}, { typing: true })).toEqual({ do: "jump", letter: "v" });
});

test("T is a task with whom the keys act on, and a letter within a name", () => {
  expect(press("t")).toEqual({ do: "task" });
  expect(press("t", {}, { typing: true })).toEqual({ do: "jump", letter: "t" });
});

test("letters that are commands everywhere are left to the window", () => {
  for (const key of ["n", "/"]) expect(press(key)).toBeNull();
  expect(press("m")).toEqual({ do: "jump", letter: "m" });
});

test("C calls whom the keys act on; where they act on nobody it is the window's", () => {
  expect(press("c")).toEqual({ do: "call" });
  expect(press("c", {}, { index: -1 })).toBeNull();
  expect(press("c", {}, { typing: true })).toEqual({ do: "jump", letter: "c" });
});

test("a blank chooses, and within a name it is a blank", () => {
  expect(press(" ")).toEqual({ do: "toggle" });
  expect(press(" ", {}, { typing: true })).toEqual({ do: "jump", letter: " " });
});

test("Ctrl with another letter belongs to the window", () => {
  expect(press("a", { ctrlKey: true })).toEqual({ do: "all" });
  expect(press("k", { ctrlKey: true })).toBeNull();
});
