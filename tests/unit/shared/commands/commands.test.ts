import { expect, test } from "vitest";
import {
  commandFacts,
  commandIds,
  commandOf,
  keysOf,
  menuKeyOf,
} from "../../../../shared/commands/commands.ts";
import { mayBeBound } from "../../../../renderer/ui/key-name.ts";
import { FIXED } from "../../../../renderer/features/shortcuts/fixed-keys.ts";

const NONE = {};

test("no usual key belongs to two commands, and none needs Alt, which is half of AltGr", () => {
  const keys = commandIds.flatMap((id) => commandFacts[id].keys);
  expect(keys.filter((key) => /alt/i.test(key))).toEqual([]);
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
});

test("no command has a key that means the same in every list and form", () => {
  const fixed = FIXED.flatMap(({ keys }) =>
    keys.flatMap((one) => ("key" in one ? [one.key] : [])),
  );
  expect(fixed).toContain("n");
  for (const key of fixed) expect(commandOf(key, NONE)).toBeNull();
});

test("a key of one's own takes the place of the usual ones, which are free then", () => {
  const own = { syncNow: "F9" };
  expect(keysOf("syncNow", NONE)).toEqual(["F5"]);
  expect(keysOf("syncNow", own)).toEqual(["F9"]);
  expect(commandOf("F9", own)).toBe("syncNow");
  expect(commandOf("F5", own)).toBeNull();
  expect(commandOf("F5", NONE)).toBe("syncNow");
});

test("a usual key that somebody has given to another command is that one's", () => {
  expect(commandOf("v", { newTask: "v" })).toBe("newTask");
});

test("what a later version had keys for is nobody's here", () => {
  expect(commandOf("F9", { flyToTheMoon: "F9" })).toBeNull();
});

test("the menu has the first key that writes no text", () => {
  expect(menuKeyOf("newCompany", NONE)).toBe("mod+n");
  expect(menuKeyOf("newCompany", { newCompany: "x" })).toBeNull();
  expect(menuKeyOf("newTask", NONE)).toBeNull();
  expect(menuKeyOf("help", NONE)).toBe("F1");
});

test("undo and redo cannot lose the keys that they have in every program", () => {
  expect(mayBeBound("mod+z")).toBe(false);
  expect(mayBeBound("mod+shift+z")).toBe(false);
});
