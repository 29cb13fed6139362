import { expect, test } from "vitest";
import { en } from "../../../../electron/i18n/en.ts";
import { textMenu } from "../../../../electron/os/text-menu.ts";

const nothing = {
  ...{ canUndo: false, canRedo: false, canCut: false, canCopy: false },
  ...{ canPaste: false, canSelectAll: false },
};

test("a text can be cut, copied and pasted where that is possible", () => {
  const menu = textMenu({
    ...{ isEditable: true, words: en },
    editFlags: { ...nothing, canPaste: true },
  });
  const enabled = menu.filter((item) => item.enabled === true);
  expect(enabled.map(({ role }) => role)).toEqual(["paste"]);
  expect(menu.map(({ role }) => role)).toContain("cut");
});

test("chosen words elsewhere can be copied; where none are there is no menu", () => {
  const of = (canCopy: boolean) =>
    textMenu({
      ...{ isEditable: false, words: en },
      editFlags: { ...nothing, canCopy },
    }).map(({ role }) => role);
  expect(of(true)).toEqual(["copy"]);
  expect(of(false)).toEqual([]);
});
