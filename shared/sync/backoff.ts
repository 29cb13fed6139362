const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
const SHORTEST_MS = 250;

/**
 * Delay before the next try after `failures` failures in a row, milliseconds: full jitter, so that a thousand
 * laptops do not come back in the same second. `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.max(SHORTEST_MS, Math.round(random * ceiling));
}
