/**
 * Does the work after `firstMs` (absent: at once) and then every `everyMs`, one at a time, until stopped; what fails is
 * tried again the next time.
 */
export function repeat(
  work: () => Promise<void>,
  when: { readonly firstMs?: number; readonly everyMs: number },
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let under: Promise<void> = Promise.resolve();
  let busy = false;
  const once = () => {
    if (busy) return;
    busy = true;
    under = work()
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  };
  const first = setTimeout(once, when.firstMs ?? 0);
  const timer = setInterval(once, when.everyMs);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(timer);
      await under;
    },
  };
}
