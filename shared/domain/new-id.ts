import type { Clock } from "../core/clock.ts";
import { uuidV7, type RandomSource } from "../core/ids.ts";

/** Gives a fresh document id at each call; the only way in which domain functions invent anything. */
export type NewId = () => string;

const IDS_PER_MS = 4096;

/**
 * Each id is greater than the one before, also within a millisecond or when the clock goes back (RFC 9562, method 1):
 * what is made together, such as the further numbers of an imported card, stays in its order.
 */
export function newIdFrom(clock: Clock, random: RandomSource): NewId {
  let ms = -Infinity;
  let count = 0;
  return () => {
    const now = clock.now();
    count++;
    if (now > ms || count === IDS_PER_MS) {
      ms = Math.max(now, ms + 1);
      count = 0;
    }
    return uuidV7(ms, random, count);
  };
}
