import type { App } from "electron";

/**
 * One process per profile owns the store and the journal. False = another one has this profile; it has been told to come
 * to the front, and this one must end without touching anything.
 */
export function claimProfile(app: App, onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", onSecondStart);
  return true;
}
