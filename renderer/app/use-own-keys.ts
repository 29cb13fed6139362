import { useEffect, useRef } from "react";
import type { PaletteCommand } from "../features/palette/palette-entry.ts";
import { keyName } from "../ui/key-name.ts";
import { isElsewhere, isTyping } from "../ui/use-hotkeys.ts";

/** Keys that the person has given to commands go before the usual ones; a single letter rests while one types. */
export function useOwnKeys(
  commands: readonly PaletteCommand[],
  own: Readonly<Record<string, string>>,
): void {
  const latest = useRef({ commands, own });
  useEffect(() => {
    latest.current = { commands, own };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const key = keyName(event);
      if (event.defaultPrevented || key === null || isElsewhere()) return;
      if (key.length === 1 && isTyping(event.target)) return;
      const { commands: all, own: keys } = latest.current;
      const command = all.find(({ id }) => keys[id] === key);
      if (!command) return;
      event.preventDefault();
      command.run();
    }
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () =>
      window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
