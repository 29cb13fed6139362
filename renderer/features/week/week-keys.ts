import type { KeyboardEvent } from "react";

/** What a key asks of the grid. */
export type WeekKey =
  | { readonly do: "across"; readonly by: 1 | -1 }
  | { readonly do: "down"; readonly by: number }
  | { readonly do: "week"; readonly by: 1 | -1 }
  | {
      readonly do:
        | "new-row"
        | "copy-above"
        | "duplicate"
        | "remove"
        | "today"
        | "save"
        | "undo"
        | "redo"
        | "accept"
        | "dismiss"
        | "leave";
    };

/**
 * The keyboard of the week (ux.md 5(d)3). `typing` = the cell is a field: letters, blanks, Delete and the arrows to the
 * sides are its own. Null = the key is not the grid's.
 */
export function weekKey(
  event: Pick<
    KeyboardEvent,
    "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
  >,
  typing: boolean,
): WeekKey | null {
  const { key, shiftKey, altKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (altKey && !mod) {
    if (key === "ArrowUp") return { do: "week", by: -1 };
    return key === "ArrowDown" ? { do: "week", by: 1 } : null;
  }
  if (mod) return chord(key.toLowerCase(), shiftKey, altKey);
  switch (key) {
    case "Enter":
    case "Tab":
      return { do: "across", by: shiftKey ? -1 : 1 };
    case "ArrowDown":
      return { do: "down", by: 1 };
    case "ArrowUp":
      return { do: "down", by: -1 };
    case "PageDown":
      return { do: "down", by: 10 };
    case "PageUp":
      return { do: "down", by: -10 };
    case "F8":
      return { do: "copy-above" };
    case "Escape":
      return { do: "leave" };
    default:
      break;
  }
  if (typing) return null;
  switch (key) {
    case "ArrowRight":
      return { do: "across", by: 1 };
    case "ArrowLeft":
      return { do: "across", by: -1 };
    case " ":
      return { do: "accept" };
    case "Delete":
      return { do: "dismiss" };
    default:
      return null;
  }
}

function chord(key: string, shift: boolean, alt: boolean): WeekKey | null {
  if (alt) return null;
  switch (key) {
    case "enter":
      return { do: "new-row" };
    case "'":
      return { do: "copy-above" };
    case "d":
      return { do: "duplicate" };
    case ";":
      return { do: "today" };
    case "s":
      return { do: "save" };
    case "z":
      return { do: shift ? "redo" : "undo" };
    case "y":
      return { do: "redo" };
    case "delete":
      return shift ? { do: "remove" } : null;
    default:
      return null;
  }
}
