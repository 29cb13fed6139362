import { useEffect, useRef } from "react";

/** False = not dealt with: the key does what it does anyway. */
type Hotkeys = Readonly<
  Record<string, (event: KeyboardEvent) => void | boolean>
>;

/**
 * Keys that work anywhere in the window: `v`, `/`, `mod+f`, `mod+shift+z`, `F5`. Single characters rest while one types or while a
 * dialog is open. `mod` is Ctrl, on a Mac Cmd. Letters go by `key`, so that every keyboard layout has them.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const latest = useRef(hotkeys);
  useEffect(() => {
    latest.current = hotkeys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey) return;
      const mod = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (event.key.length === 1 && isElsewhere()) return;
      if (!mod && event.key.length === 1 && isTyping(event.target)) return;
      const shift = mod && event.shiftKey ? "shift+" : "";
      const run = latest.current[`${mod ? "mod+" : ""}${shift}${key}`];
      if (!run) return;
      if (run(event) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** A dialog or menu has the keyboard: what lies behind it rests. A menu that fades out has given it back already. */
export function isElsewhere(): boolean {
  const found = document.querySelectorAll('[role="dialog"],[role="menu"]');
  return [...found].some((one) => one.closest('[aria-hidden="true"]') === null);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input, textarea, select, [role='textbox']"))
  );
}
