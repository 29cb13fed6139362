/** Work that goes on after its caller was answered. */
export interface Unfinished {
  add(work: Promise<unknown>): void;
  /**
   * When all that is under way, and what that has begun meanwhile, has ended, well or not. What others go on beginning,
   * as an import does, is not waited for: the notebook would stay open until its end.
   */
  ended(): Promise<void>;
}

export function createUnfinished(): Unfinished {
  const running = new Set<Promise<unknown>>();
  return {
    add(work) {
      const ended: Promise<unknown> = work
        .catch(() => undefined)
        .then(() => running.delete(ended));
      running.add(ended);
    },
    async ended() {
      await Promise.all(running);
      await Promise.all(running);
    },
  };
}
