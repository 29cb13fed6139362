import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";

let worked = false;
window.addEventListener("focusin", () => {
  worked = true;
});

/**
 * Where a screen took the control along that had the focus (the passphrase, "Later", a link in a card that is gone), the
 * keyboard goes on in the page and not at the top of the window. A fresh start is left alone.
 */
export function useFocusMain(): void {
  const path = useRouterState({
    select: ({ resolvedLocation }) => resolvedLocation?.pathname,
  });
  useEffect(() => {
    if (path === undefined || !worked) return undefined;
    // A page may give the focus to its own field first.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body)
        document.getElementById("main")?.focus();
    });
    return () => clearTimeout(timer);
  }, [path]);
}
