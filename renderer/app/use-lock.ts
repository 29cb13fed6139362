import { useCallback, useEffect, useRef } from "react";
import { bridge } from "../platform/bridge.ts";

const LOOK_MS = 5_000;
const SIGNS = ["keydown", "pointerdown", "wheel", "pointermove"] as const;

/**
 * Locks the notebook: on wish, when the machine is left, and after so many minutes (0 = never) in which nobody has
 * touched it. `doLock` keeps what is half typed first.
 */
export function useLock(
  afterMinutes: number,
  doLock: () => Promise<unknown>,
): () => void {
  const lock = useCallback(() => void doLock(), [doLock]);
  useEffect(() => {
    // Also while a dialog is open: what is in it is kept.
    const onKey = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      if (!mod || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "l") return;
      event.preventDefault();
      lock();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () =>
      window.removeEventListener("keydown", onKey, { capture: true });
  }, [lock]);
  const touchedAt = useRef(0);
  useEffect(() => bridge.on("power/leaving", lock), [lock]);
  useEffect(() => {
    const touched = () => {
      touchedAt.current = performance.now();
    };
    touched();
    for (const sign of SIGNS)
      window.addEventListener(sign, touched, { capture: true, passive: true });
    const timer = setInterval(() => {
      const idle = performance.now() - touchedAt.current;
      if (afterMinutes > 0 && idle >= afterMinutes * 60_000) lock();
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS)
        window.removeEventListener(sign, touched, { capture: true });
    };
  }, [afterMinutes, lock]);
  return lock;
}
