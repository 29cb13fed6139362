import type { Notebook } from "../notebook.ts";
import type { BackupDesk } from "../os/backup/backup-desk.ts";
import type { DragShelf } from "../os/drag-shelf.ts";
import type { LocalSettingsFile } from "../os/local-settings.ts";
import type { Reminders } from "../os/reminders.ts";
import type { AppMenu } from "./app-menu.ts";

/** What is to be gone from the desktop when the notebook is locked or erased. */
export function createLock(deps: {
  readonly notebook: Pick<Notebook, "lock" | "erase">;
  readonly menu: Pick<AppMenu, "forgetNames">;
  readonly reminders: Pick<Reminders, "lock">;
  readonly drags: Pick<DragShelf, "clear">;
  readonly backups: Pick<BackupDesk, "cancel" | "close">;
  readonly settings: Pick<LocalSettingsFile, "write">;
  readonly warn: (line: string) => void;
}) {
  const { notebook, menu, reminders, drags, backups } = deps;
  /**
   * The menu may name what was done last: nobody is to read that either. Nothing waits for the file of a backup, whose
   * closing may hang: nobody reads or writes it any more from here on, and the next one has a part of its own.
   */
  function clearDesk(): void {
    menu.forgetNames();
    reminders.lock();
    drags.clear();
    for (const end of [backups.cancel(), backups.close()])
      end.catch(() => deps.warn("a backup did not close"));
  }
  return {
    async lock(): Promise<void> {
      clearDesk();
      await notebook.lock();
    },
    /** The next screen is the first day's, whatever had been chosen on it. */
    async erase(): Promise<void> {
      deps.warn("revoked by the server: everything on this device is erased");
      clearDesk();
      await deps.settings.write({ connectLater: false }).catch(() => undefined);
      await notebook.erase();
    },
  };
}
