import { useLayoutEffect, useRef } from "react";
import { keyName } from "./key-name.ts";

/** False = not dealt with: the key does what it does anyway. */
type Hotkeys = Readonly<
  Record<string, (event: KeyboardEvent) => void | boolean>
>;

/**
 * Keys that work anywhere in the window: `v`, `/`, `mod+f`, `mod+shift+z`, `F5`. Single characters rest while one types or while a
 * dialog is open. See `keyName`. They work as soon as the window is seen: later, a first key would go nowhere.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const latest = useRef(hotkeys);
  useLayoutEffect(() => {
    latest.current = hotkeys;
  });
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const key = keyName(event);
      if (event.defaultPrevented || key === null) return;
      if (event.key.length === 1 && isElsewhere()) return;
      if (key.length === 1 && isTyping(event.target)) return;
      const run = latest.current[key];
      if (!run) return;
      if (run(event) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/**
 * A dialog or menu has the keyboard: what lies behind it rests. A menu that fades out has given it back already. On a page
 * that says `data-keys="rest"` no key means anything but what is typed.
 */
export function isElsewhere(page: Document = document): boolean {
  const found = page.querySelectorAll(
    '[role="dialog"],[role="menu"],[data-keys="rest"]',
  );
  return [...found].some((one) => one.closest('[aria-hidden="true"]') === null);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    isElement(target) &&
    (target.isContentEditable ||
      target.matches("input, textarea, select, [role='textbox']"))
  );
}

/** Also one of a side window, whose classes are not this window's. */
function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && "matches" in target;
}
