import { useCallback } from "react";
import { useOwnWindow } from "./own-window.ts";

/** Where menus of a page are drawn: inside its landmark. Not for menus in dialogs, which hide the page behind them. */
export function useInMain(): () => HTMLElement {
  const own = useOwnWindow();
  return useCallback(
    () => own.document.getElementById("main") ?? own.document.body,
    [own],
  );
}
