import type { KeyboardEvent } from "react";

/** What a key asks of the list. */
export type GridKey =
  | { readonly do: "go"; readonly to: number; readonly choose: boolean }
  | { readonly do: "across"; readonly by: 1 | -1 }
  | { readonly do: "jump"; readonly letter: string }
  | {
      readonly do:
        | "toggle"
        | "all"
        | "open"
        | "edit"
        | "visit"
        | "task"
        | "call"
        | "copy"
        | "leave"
        | "delete";
    };

/** These letters are commands; with Shift, or once one is typing a name, they are letters like any other. */
const COMMANDS = /^[cntv/]$/;

/**
 * The keyboard of the list (ux.md 5(b)6). `typing` = letters are being typed to jump to a name. Null = the key is not
 * the list's.
 */
export function gridKey(
  event: Pick<
    KeyboardEvent,
    "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
  >,
  place: {
    readonly index: number;
    readonly total: number;
    readonly page: number;
    readonly typing: boolean;
  },
): GridKey | null {
  const { key, shiftKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const { index, total, page } = place;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  if (target !== undefined) {
    const to = Math.max(0, Math.min(total - 1, target));
    return { do: "go", to, choose: shiftKey };
  }
  if (mod) {
    switch (key.toLowerCase()) {
      case "a":
        return { do: "all" };
      case "c":
        return { do: "copy" };
      case " ":
        return { do: "toggle" };
      default:
        return null;
    }
  }
  switch (key) {
    case "ArrowRight":
      return { do: "across", by: 1 };
    case "ArrowLeft":
      return { do: "across", by: -1 };
    case "Enter":
      return { do: "open" };
    case "F2":
      return { do: "edit" };
    case "Escape":
      return { do: "leave" };
    case "Delete":
      return { do: "delete" };
    case " ":
      return place.typing ? { do: "jump", letter: key } : { do: "toggle" };
    default:
      break;
  }
  if (key.length !== 1) return null;
  if (key === "v" && !place.typing) return { do: "visit" };
  if (key === "t" && !place.typing) return { do: "task" };
  // Where the keys act on nobody it is the window's: a new company.
  if (key === "c" && !place.typing && index >= 0) return { do: "call" };
  if (COMMANDS.test(key) && !place.typing) return null;
  return { do: "jump", letter: key };
}
