/**
 * Does the work after `firstMs` (absent: at once) and then every `everyMs`, one at a time, until stopped; what fails is
 * tried again the next time. The work ends at its next step when `stop` is heard.
 */
export function repeat(
  work: (stop: AbortSignal) => Promise<void>,
  when: { readonly firstMs?: number; readonly everyMs: number },
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stop = new AbortController();
  let under: Promise<void> = Promise.resolve();
  let busy = false;
  const once = () => {
    if (busy) return;
    busy = true;
    under = work(stop.signal)
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  };
  const first = setTimeout(once, when.firstMs ?? 0);
  const timer = setInterval(once, when.everyMs);
  return {
    async stop() {
      stop.abort();
      clearTimeout(first);
      clearInterval(timer);
      await under;
    },
  };
}
