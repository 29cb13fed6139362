/** What is asked for while it is still being done is not done again. */
export function createOneAtATime(): {
  run(work: () => Promise<void>): Promise<void>;
} {
  let busy = false;
  return {
    async run(work) {
      if (busy) return;
      busy = true;
      try {
        await work();
      } finally {
        busy = false;
      }
    },
  };
}
