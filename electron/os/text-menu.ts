import type { EditFlags, MenuItemConstructorOptions } from "electron";
import type { MenuTexts } from "../i18n/en.ts";

/** Empty where there is nothing to cut, copy or paste. */
export function textMenu(options: {
  readonly isEditable: boolean;
  readonly editFlags: Pick<
    EditFlags,
    "canUndo" | "canRedo" | "canCut" | "canCopy" | "canPaste" | "canSelectAll"
  >;
  readonly words: MenuTexts;
}): MenuItemConstructorOptions[] {
  const { isEditable, editFlags: can, words: t } = options;
  const copy: MenuItemConstructorOptions = {
    ...{ label: t.copy, role: "copy", enabled: can.canCopy },
  };
  if (!isEditable) return can.canCopy ? [copy] : [];
  return [
    { label: t.undo, role: "undo", enabled: can.canUndo },
    { label: t.redo, role: "redo", enabled: can.canRedo },
    { type: "separator" },
    { label: t.cut, role: "cut", enabled: can.canCut },
    copy,
    { label: t.paste, role: "paste", enabled: can.canPaste },
    { type: "separator" },
    { label: t.selectAll, role: "selectAll", enabled: can.canSelectAll },
  ];
}
