import { networkInterfaces } from "node:os";
import type { PowerMonitor } from "electron";

const LOOK_MS = 10_000;
/** Timers stand still while the machine sleeps: a gap like this is a sleep that nobody announced. */
const GAP_MS = 3 * LOOK_MS;

/**
 * Calls `onWake` when the machine wakes up, is unlocked, or has another network than before. There is no event for the
 * latter in the main process, so the addresses are looked at.
 */
export function watchForWake(
  power: Pick<PowerMonitor, "on">,
  onWake: () => void,
): void {
  power.on("resume", onWake);
  power.on("unlock-screen", onWake);
  let seenAt = Date.now();
  let seen = addresses();
  setInterval(() => {
    const slept = Date.now() - seenAt > GAP_MS;
    const present = addresses();
    const moved = present !== seen;
    seenAt = Date.now();
    seen = present;
    if (slept || moved) onWake();
  }, LOOK_MS).unref();
}

/** Calls `onLeave` when the machine falls asleep or its screen is locked. */
export function watchForLeaving(
  power: Pick<PowerMonitor, "on">,
  onLeave: () => void,
): void {
  power.on("suspend", onLeave);
  power.on("lock-screen", onLeave);
}

function addresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(" ");
}
