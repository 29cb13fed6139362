import { useEffect } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";

const IDLE_MS = 5 * 60_000;
const LOOK_MS = 60_000;

/** PRV-5: the readable copy is made anew as soon as nobody has touched anything for a while, and no form is open. */
export function useIdleErasing(): void {
  const { erasing } = useLocalStore();
  useEffect(() => {
    let touched = performance.now();
    const touch = () => {
      touched = performance.now();
    };
    const look = () => {
      const { waiting, rebuilt } = erasing.state();
      if (waiting.length === 0 || rebuilt) return;
      const isIdle = performance.now() - touched >= IDLE_MS;
      if (!isIdle || document.querySelector("[role=dialog]")) return;
      erasing.rebuild().catch(() => undefined);
    };
    addEventListener("keydown", touch, true);
    addEventListener("pointerdown", touch, true);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      removeEventListener("keydown", touch, true);
      removeEventListener("pointerdown", touch, true);
      clearInterval(timer);
    };
  }, [erasing]);
}
