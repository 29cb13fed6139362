/** Nobody waits longer for the newest answer because the last one was dear. */
const MOST_REST_MS = 1000;

/**
 * Reads again whenever it is called, one reading at a time: calls that come meanwhile lead to one more, so an older answer
 * never follows a newer one. After a reading that took long the next one waits as long again: a first sync changes the
 * store many times a second, and answering must leave the machine to it for half the time.
 *
 * @param isWanted ends it when nobody looks any more
 * @param read never rejects
 */
export function createReadAgain(
  read: () => Promise<void>,
  isWanted: () => boolean,
): () => Promise<void> {
  let reading = false;
  let stale = false;
  return async () => {
    stale = true;
    if (reading) return;
    reading = true;
    while (stale && isWanted()) {
      stale = false;
      const since = performance.now();
      await read();
      const took = performance.now() - since;
      if (stale && took > SLOW_MS) await rest(Math.min(took, MOST_REST_MS));
    }
    reading = false;
  };
}

/** Below it an answer costs nobody anything. */
const SLOW_MS = 50;

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
