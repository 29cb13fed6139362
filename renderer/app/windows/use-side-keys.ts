import { useEffect, useRef } from "react";
import {
  commandOf,
  type CommandId,
  type OwnKeys,
} from "../../../shared/commands/commands.ts";
import { keyName } from "../../ui/key-name.ts";
import { isElsewhere, isTyping } from "../../ui/use-hotkeys.ts";

/** The keys of the commands in a window that shows one card. */
export function useSideKeys(
  win: Window,
  own: OwnKeys,
  run: (id: CommandId) => void | boolean,
): void {
  const latest = useRef({ own, run });
  useEffect(() => {
    latest.current = { own, run };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const key = keyName(event);
      if (event.defaultPrevented || key === null) return;
      if (key === "mod+w") return win.close();
      const id = commandOf(key, latest.current.own);
      if (id === null || isElsewhere(win.document)) return;
      const isTheTexts = key.length === 1 || id === "undo" || id === "redo";
      if (isTheTexts && isTyping(event.target)) return;
      if (latest.current.run(id) !== false) event.preventDefault();
    }
    win.addEventListener("keydown", onKeyDown);
    return () => win.removeEventListener("keydown", onKeyDown);
  }, [win]);
}
