import type { App } from "electron";

/** A start of the app while it runs. */
export interface SecondStart {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

/**
 * One process per profile owns the store and the journal. False = another one has this profile; it has been told to come
 * to the front and what this one was asked to open, and this one must end without touching anything.
 */
export function claimProfile(
  app: App,
  onSecondStart: (start: SecondStart) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", (_event, argv, workingDirectory) =>
    onSecondStart({ argv, workingDirectory }),
  );
  return true;
}
