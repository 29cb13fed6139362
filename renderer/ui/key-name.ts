type Pressed = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
> & { getModifierState?(name: string): boolean };

const ALONE = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead"]);

/**
 * A key as commands know it: `v`, `?`, `F5`, `mod+shift+z`; `mod` is Ctrl, on a Mac Cmd. Letters go by `key`, so that every
 * keyboard layout has them. Null for what is no command's: with Alt, and with AltGr, which is Ctrl and Alt on Windows and writes
 * characters on Swiss keyboards.
 */
export function keyName(event: Pressed): string | null {
  if (ALONE.has(event.key)) return null;
  const letter = event.key.length === 1;
  if (event.getModifierState?.("AltGraph") === true)
    return letter ? event.key.toLowerCase() : null;
  if (event.altKey) return null;
  const mod = event.ctrlKey || event.metaKey;
  const key = letter ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (mod || !letter) ? "shift+" : "";
  return `${mod ? "mod+" : ""}${shift}${key}`;
}

const SHOWN: Readonly<Record<string, string>> = {
  mod: "Ctrl",
  Enter: "⏎",
  " ": "␣",
};

/** As it stands on a key cap: `Ctrl Shift Z`; `shift` is what that key is called in this language. */
export function shownKey(name: string, shift = "Shift"): string {
  // The plus of "mod++" is a key.
  const parts = name.split(/\+(?=.)/);
  return parts
    .map(
      (part) =>
        (part === "shift" ? shift : SHOWN[part]) ??
        (part.length === 1 ? part.toUpperCase() : part),
    )
    .join(" ");
}

/** Keys that mean the same everywhere, or are needed to get out: no command gets them. */
const TAKEN =
  /^(mod\+)?(shift\+)?(Tab|Escape|Enter|Backspace|Delete|Arrow.*| )$|^mod\+(shift\+)?[acvxz]$/;

export function mayBeBound(name: string): boolean {
  return !TAKEN.test(name);
}
