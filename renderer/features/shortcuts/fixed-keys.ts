/** Keys that are always the same: in the list, on a card, in a form. */
export const FIXED = [
  {
    title: "keys.inList",
    keys: [
      { word: "keys.jump", shown: "A–Z" },
      { word: "keys.open", shown: "⏎" },
      { word: "keys.choose", shown: "␣" },
      { word: "keys.all", shown: "Ctrl A" },
      { word: "keys.editCell", shown: "F2" },
      { word: "keys.copyRows", shown: "Ctrl C" },
      { word: "keys.trash", shown: "Del" },
    ],
  },
  {
    title: "keys.anywhere",
    keys: [
      { word: "keys.region", shown: "F6" },
      { word: "keys.fieldMenu", shown: "Shift F10" },
      { word: "keys.save", shown: "Ctrl ⏎" },
      { word: "keys.leave", shown: "Esc" },
      { word: "keys.sheet", shown: "? · F1" },
    ],
  },
] as const;
