import { app, session, type BrowserWindow } from "electron";
import { readStoreMark, writeStoreMark } from "../os/profile-format.ts";
import { removeStores, setAsideStore } from "../os/set-aside-store.ts";
import { ORIGIN } from "../protocol.ts";

/** The page's store, seen from outside: its mark, and how it makes way for a new one. */
export interface ReadableCopy {
  mark(): Promise<string | null>;
  setMark(mark: string): Promise<void>;
  setAside(): Promise<void>;
  /** As `setAside`, for good, with all that was ever set aside; `before` the new one is begun. */
  destroy(before: () => Promise<void>): Promise<void>;
}

export function createReadableCopy(deps: {
  readonly folder: string;
  readonly formatFile: string;
  readonly window: Promise<BrowserWindow>;
  readonly warn: (line: string) => void;
}): ReadableCopy {
  const { folder, formatFile } = deps;
  const profile = app.getPath("userData");

  /** Chromium lets go of the files once their page is gone and they are said to be cleared; by then they are elsewhere. */
  async function withoutPage(step: () => Promise<void>): Promise<void> {
    const page = await deps.window;
    await page.loadURL("about:blank");
    try {
      await step();
    } finally {
      await page.loadURL(`${ORIGIN}/`);
    }
  }
  const clear = () =>
    session.defaultSession.clearStorageData({ storages: ["indexdb"] });

  return {
    mark: () => readStoreMark(formatFile),
    setMark: (mark) => writeStoreMark(formatFile, mark),
    setAside: () =>
      withoutPage(async () => {
        const aside = await setAsideStore(profile, folder, Date.now());
        // The next one is new, and nobody is to be told that the old one is gone.
        await writeStoreMark(formatFile, null);
        deps.warn(
          `the readable copy is set aside: ${aside ?? "there was none"}`,
        );
        await clear();
      }),
    // The page closes it, and makes a new one from the newest snapshot.
    destroy: (before) =>
      withoutPage(async () => {
        // First: whatever comes in between, nobody is to be told that it was wiped.
        await writeStoreMark(formatFile, null);
        await removeStores(profile, folder);
        await clear();
        await before();
        deps.warn("the readable copy is made anew after an erasure");
      }),
  };
}
