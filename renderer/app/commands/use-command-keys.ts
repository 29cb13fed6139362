import { useLayoutEffect, useRef } from "react";
import {
  commandFacts,
  commandIds,
  type CommandId,
  type OwnKeys,
} from "../../../shared/commands/commands.ts";
import { keyName } from "../../ui/key-name.ts";
import { isElsewhere, isTyping, useHotkeys } from "../../ui/use-hotkeys.ts";
import type { RunCommand } from "./command-runs.ts";

/**
 * The keys of the commands. One that a person has chosen goes before whatever else it means on a screen; the usual ones
 * come after it. A single letter rests while one types.
 */
export function useCommandKeys(run: RunCommand, own: OwnKeys): void {
  const latest = useRef({ run, own });
  useLayoutEffect(() => {
    latest.current = { run, own };
  });
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const key = keyName(event);
      if (event.defaultPrevented || key === null || isElsewhere()) return;
      if (key.length === 1 && isTyping(event.target)) return;
      const chosen = chosenBy(key, latest.current.own);
      if (chosen === null || latest.current.run(chosen) === false) return;
      event.preventDefault();
      // What the key usually does here is not to happen beside it.
      event.stopPropagation();
    }
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () =>
      window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
  useHotkeys(usualKeys(run, own));
}

function usualKeys(run: RunCommand, own: OwnKeys) {
  return Object.fromEntries(
    commandIds
      // The lock has a listener of its own, which works over a dialog too.
      .filter((id) => id !== "lock" && own[id] === undefined)
      .flatMap((id) =>
        commandFacts[id].keys.map((key) => [key, () => run(id)] as const),
      ),
  );
}

function chosenBy(key: string, own: OwnKeys): CommandId | null {
  return commandIds.find((id) => own[id] === key) ?? null;
}
