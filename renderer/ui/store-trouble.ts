import { useSyncExternalStore } from "react";

/*
 * On a full disk Chromium closes the readable copy until the page is loaded again; the journal goes on. Whoever hears of it
 * tells it here.
 */

let closed = false;
const listeners = new Set<() => void>();

/** Whether a problem of the store means that it has been closed. */
export function isStoreClosed(reason: string): boolean {
  return /DatabaseClosed|QuotaExceeded|database has been closed/i.test(reason);
}

/** Whether a problem, of the store or told by the main process, means that the disk is full. */
export function isDiskFull(reason: string): boolean {
  return /ENOSPC|EDQUOT|QuotaExceeded|full disk/.test(reason);
}

export function tellStoreClosed(): void {
  closed = true;
  for (const listener of listeners) listener();
}

export function useStoreClosed(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => closed,
  );
}
