import { useCallback, useEffect, useRef } from "react";
import { keepDraftsNow } from "../local-store/use-draft.ts";
import { bridge } from "../platform/bridge.ts";

const LOOK_MS = 5_000;
const SIGNS = ["keydown", "pointerdown", "wheel", "pointermove"] as const;

/**
 * Locks the notebook: on wish, when the machine is left, and after so many minutes (0 = never) in which nobody has
 * touched it. What is half typed is kept first.
 */
export function useLock(afterMinutes: number): () => void {
  const lock = useCallback(() => {
    void keepDraftsNow().finally(() => bridge.invoke("vault/lock", undefined));
  }, []);
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
  const touchedAt = useRef(Date.now());
  useEffect(() => bridge.on("power/leaving", lock), [lock]);
  useEffect(() => {
    const touched = () => {
      touchedAt.current = Date.now();
    };
    for (const sign of SIGNS)
      window.addEventListener(sign, touched, { capture: true, passive: true });
    const timer = setInterval(() => {
      const idle = Date.now() - touchedAt.current;
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
