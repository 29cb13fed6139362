interface Step {
  undo(): void;
  redo(): void;
}

/** What was done to the rows, to be taken back and done again in its order; texts have the undo of their fields. */
export function createHistory() {
  let steps: readonly Step[] = [];
  let at = 0;
  return {
    did(step: Step): void {
      steps = [...steps.slice(0, at), step];
      at = steps.length;
    },
    /** False = there is nothing to take back. */
    undo(): boolean {
      const step = steps[at - 1];
      if (!step) return false;
      at -= 1;
      step.undo();
      return true;
    },
    redo(): boolean {
      const step = steps[at];
      if (!step) return false;
      at += 1;
      step.redo();
      return true;
    },
  };
}
