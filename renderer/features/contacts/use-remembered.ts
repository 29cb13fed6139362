import { useEffect, useRef } from "react";
import { useRememberOpened } from "../../local-store/last-opened.ts";

/** Cards that the arrow keys only pass on their way through the list were not opened. */
const STAYED_MS = 500;

/** Remembers the card that one stays on, or leaves for another page: see Last opened. */
export function useRemembered(id: string): void {
  const remember = useRememberOpened();
  const passing = useRef<string | null>(null);
  useEffect(() => {
    passing.current = id;
    const timer = setTimeout(() => {
      passing.current = null;
      void remember(id);
    }, STAYED_MS);
    return () => clearTimeout(timer);
  }, [id, remember]);
  useEffect(
    () => () => {
      if (passing.current !== null) void remember(passing.current);
    },
    [remember],
  );
}
