/** Keys that are always the same: in the list, on a card, in a form; `key` where a command could want it. */
export const FIXED = [
  {
    title: "keys.inList",
    keys: [
      { word: "keys.jump", shown: "A–Z" },
      { word: "keys.open", shown: "⏎" },
      { word: "keys.choose", shown: "␣" },
      { word: "keys.all", shown: "Ctrl A" },
      { word: "keys.editCell", shown: "F2", key: "F2" },
      { word: "keys.copyRows", shown: "Ctrl C" },
      { word: "keys.trash", shown: "Del" },
    ],
  },
  {
    title: "keys.anywhere",
    keys: [
      { word: "keys.newMenu", shown: "N", key: "n" },
      { word: "keys.region", shown: "F6", key: "F6" },
      { word: "keys.fieldMenu", shown: "Shift F10", key: "shift+F10" },
      { word: "keys.save", shown: "Ctrl ⏎" },
      { word: "keys.leave", shown: "Esc" },
    ],
  },
] as const;
