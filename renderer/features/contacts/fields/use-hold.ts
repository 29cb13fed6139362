import { useEffect, useRef } from "react";
import { addOpenForm } from "../../../local-store/open-forms.ts";

const EVERY_MS = 300;

/** Tells what is typed, once it differs from what stood there: again and again, and before the window closes. */
export function useHold(
  text: string,
  start: string,
  hold: (text: string) => void,
): void {
  const latest = useRef({ text, hold });
  useEffect(() => {
    latest.current = { text, hold };
  });
  const told = useRef(start);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const tell = useRef(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const { text: typed, hold: now } = latest.current;
    if (typed === told.current) return;
    told.current = typed;
    now(typed);
  });
  useEffect(() => {
    // Not after a silence: of what is typed without a pause nothing would be kept.
    if (text !== told.current)
      timer.current ??= setTimeout(tell.current, EVERY_MS);
  }, [text]);
  useEffect(() => {
    const forget = addOpenForm(tell.current);
    return () => {
      forget();
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, []);
}
