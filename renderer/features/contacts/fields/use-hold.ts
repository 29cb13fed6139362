import { useEffect, useRef } from "react";

const PAUSE_MS = 300;

/** Tells what is typed at each pause, once it differs from what stood there. */
export function useHold(
  text: string,
  start: string,
  hold: (text: string) => void,
): void {
  const latest = useRef(hold);
  useEffect(() => {
    latest.current = hold;
  });
  const touched = useRef(false);
  useEffect(() => {
    touched.current ||= text !== start;
    if (!touched.current) return;
    const timer = setTimeout(() => latest.current(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, start]);
}
