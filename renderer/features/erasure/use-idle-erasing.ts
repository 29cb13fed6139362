import { useEffect } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import { createIdleErasing } from "./idle-erasing.ts";

const LOOK_MS = 60_000;

export function useIdleErasing(): void {
  const { erasing } = useLocalStore();
  useEffect(() => {
    const { touch, look } = createIdleErasing({
      erasing,
      now: () => performance.now(),
      isFormOpen: () => document.querySelector("[role=dialog]") !== null,
    });
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
