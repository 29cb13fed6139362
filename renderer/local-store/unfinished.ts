/** Work that goes on after its caller was answered. */
export interface Unfinished {
  add(work: Promise<unknown>): void;
  /** When all of it, and what it has begun meanwhile, has ended, well or not. */
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
      while (running.size > 0) await Promise.all(running);
    },
  };
}
