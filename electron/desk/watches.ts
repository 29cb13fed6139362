import { powerMonitor } from "electron";
import type { Publisher } from "../ipc/publish.ts";
import type { Notebook } from "../notebook.ts";
import { freeBytes, watchDisk } from "../os/disk-watch.ts";
import type { Reminders } from "../os/reminders.ts";
import { watchForLeaving, watchForWake } from "../os/wake-watch.ts";

/** How late a reminder may be. */
const REMIND_MS = 15_000;

/** What the machine does while the window is open: sleeps, wakes, runs out of disk, reaches a task's hour. */
export function watchMachine(deps: {
  readonly folder: string;
  readonly publisher: Publisher;
  readonly notebook: Pick<Notebook, "present">;
  readonly reminders: Pick<Reminders, "look">;
  /** Whether a person who walks away wants it locked. */
  readonly locksItself: () => boolean;
  readonly lock: () => Promise<void>;
  /** What a page gets to keep its drafts. */
  readonly leavingMs: number;
  readonly warn: (line: string) => void;
}): void {
  const { publisher, warn } = deps;
  const lookForReminders = () => {
    deps.reminders
      .look()
      .catch((error: unknown) => warn(`reminders: ${String(error)}`));
  };
  watchForWake(powerMonitor, () => {
    deps.notebook.present()?.link.reconnect();
    publisher.publish("power/resumed", {});
    lookForReminders();
  });
  setInterval(lookForReminders, REMIND_MS).unref();
  watchDisk({
    free: () => freeBytes(deps.folder),
    onChange: (low) => {
      warn(low ? "the disk is nearly full" : "the disk has room again");
      publisher.publish("disk/low", { low });
    },
  });
  watchForLeaving(powerMonitor, () => {
    if (!deps.locksItself()) return;
    publisher.publish("power/leaving", {});
    // The page keeps what is typed first, and asks for the lock; one that hangs is not waited for.
    setTimeout(() => {
      deps.lock().catch((error: unknown) => warn(`lock: ${String(error)}`));
    }, deps.leavingMs);
  });
}
