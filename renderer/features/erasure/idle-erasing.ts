import type { Erasing } from "../../local-store/erasing.ts";

const IDLE_MS = 5 * 60_000;

/** PRV-5: the readable copy is made anew as soon as nobody has touched anything for a while, and no form is open. */
export function createIdleErasing(deps: {
  readonly erasing: Pick<Erasing, "state" | "rebuild">;
  /** Milliseconds of a clock that is never set. */
  readonly now: () => number;
  readonly isFormOpen: () => boolean;
}): {
  /** Somebody is there. */
  touch(): void;
  /** To be called every now and then. */
  look(): void;
} {
  const { erasing, now, isFormOpen } = deps;
  let touched = now();
  return {
    touch() {
      touched = now();
    },
    look() {
      const { waiting, rebuilt } = erasing.state();
      if (waiting.length === 0 || rebuilt) return;
      if (now() - touched < IDLE_MS || isFormOpen()) return;
      erasing.rebuild().catch(() => undefined);
    },
  };
}
