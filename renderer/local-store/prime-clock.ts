import { now as rxNow } from "rxdb/plugins/core";

/**
 * Lets RxDB's clock go on from the newest write that is stored. Write times order changes for the contact list: after
 * the wall clock was set back, new writes would otherwise look older than old ones and be taken for stale for ever.
 *
 * RxDB has no way to set its clock, but it never gives a time twice: one reading at the right moment moves it.
 */
export function primeClock(highestWriteTime: number): void {
  const wallClock = Date.now;
  Date.now = () => Math.max(wallClock(), Math.ceil(highestWriteTime) + 1);
  try {
    rxNow();
  } finally {
    Date.now = wallClock;
  }
}
