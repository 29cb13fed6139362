import { expect, test } from "vitest";
import {
  keyName,
  mayBeBound,
  shownKey,
} from "../../../../renderer/ui/key-name.ts";

const NONE = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};
const pressed = (
  key: string,
  held: Partial<typeof NONE> = {},
  altGraph = false,
) =>
  keyName({
    ...NONE,
    ...held,
    key,
    getModifierState: (name) => altGraph && name === "AltGraph",
  });

test("a key has one name, on every layout and on a Mac", () => {
  expect(pressed("v")).toBe("v");
  expect(pressed("V", { shiftKey: true })).toBe("v");
  expect(pressed("?", { shiftKey: true })).toBe("?");
  expect(pressed("F5")).toBe("F5");
  expect(pressed("F6", { shiftKey: true })).toBe("shift+F6");
  expect(pressed("Z", { ctrlKey: true, shiftKey: true })).toBe("mod+shift+z");
  expect(pressed("k", { metaKey: true })).toBe("mod+k");
  expect(pressed("Control", { ctrlKey: true })).toBeNull();
});

test("what AltGr writes on a Swiss keyboard is a character and no command", () => {
  // Windows tells AltGr as Ctrl and Alt.
  expect(pressed("@", { ctrlKey: true, altKey: true })).toBeNull();
  expect(pressed("@", { ctrlKey: true, altKey: true }, true)).toBe("@");
  expect(pressed("[", {}, true)).toBe("[");
  expect(pressed("F4", { altKey: true })).toBeNull();
});

test("keys are shown as they stand on a keyboard; those that get one out stay free", () => {
  expect(shownKey("mod+shift+z")).toBe("Ctrl Shift Z");
  expect(shownKey("mod++")).toBe("Ctrl +");
  expect(shownKey("F5")).toBe("F5");
  for (const key of ["Tab", "Escape", "mod+c", "mod+z", "shift+Tab", "Enter"])
    expect([key, mayBeBound(key)]).toEqual([key, false]);
  for (const key of ["F9", "mod+j", "g", "mod+shift+l"])
    expect([key, mayBeBound(key)]).toEqual([key, true]);
});
