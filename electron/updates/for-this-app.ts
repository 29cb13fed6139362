import { app, BrowserWindow, session } from "electron";
import { readFile, rm } from "node:fs/promises";
import { updateFolder, type UpdateState } from "../../shared/ipc/updates.ts";
import type { Unlocked } from "../ipc/handlers.ts";
import { replaceFile } from "../os/durable-file.ts";
import { openEngine } from "./open-engine.ts";
import { readFeed } from "./feed.ts";
import { startAfterEnd, switchesOf } from "./successor.ts";
import { feedName, readUpdateSource } from "./update-source.ts";
import { createUpdates, type UpdateNote, type Updates } from "./updates.ts";

/** Not in the first minute, which is the person's; then four times a day. */
const FIRST_LOOK_MS = 60_000;
const LOOK_MS = 6 * 3_600_000;
const FEED_MS = 60_000;
/** A snapshot that was made for this and not by the way. */
const FRESH_MS = 5 * 60_000;

/** Updates as this process can make them: its network, its files, its windows. */
export function updatesForThisApp(deps: {
  readonly version: string;
  readonly noteFile: string;
  readonly settings: () => {
    readonly updateAddress?: string | undefined;
    readonly updateChecks?: boolean | undefined;
  };
  readonly present: () => Unlocked | null;
  readonly closeNotebook: () => Promise<void>;
  readonly publish: (state: UpdateState) => void;
  readonly warn: (line: string) => void;
}): Updates {
  const { settings, warn } = deps;
  const source = app.isPackaged
    ? readUpdateSource({
        appPath: app.getAppPath(),
        resourcesPath: process.resourcesPath,
        platform: process.platform,
      })
    : null;
  const network = () => session.fromPartition("updates", { cache: false });
  const updates = createUpdates({
    ...deps,
    readFeed:
      source &&
      ((folder) =>
        readFeed({
          fetch: (url) =>
            network().fetch(url, {
              ...{ redirect: "error", cache: "no-store" },
              // A line that takes the call and says nothing is none.
              signal: AbortSignal.timeout(FEED_MS),
            }),
          name: feedName(process.platform, process.arch),
          ...{ folder, key: source.publicKey },
        })),
    folder: () =>
      updateFolder(settings().updateAddress || (source?.address ?? "")),
    engine: () => openEngine(warn),
    closeWindows: () => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    },
    relaunch,
    note: noteIn(deps.noteFile),
    now: Date.now,
    hasSnapshot: () => hasSnapshot(deps.present(), Date.now()),
  });
  let ends = false;
  app.on("before-quit", (event) => {
    if (!updates.isInstalling() || ends) return;
    event.preventDefault();
    // They are still writing.
    if (BrowserWindow.getAllWindows().length > 0) return;
    ends = true;
    updates
      .windowsClosed()
      .catch((error: unknown) => warn(`update: ${String(error)}`))
      .finally(() => app.quit());
  });
  const look = () => {
    if (settings().updateChecks !== false) void updates.look();
  };
  setTimeout(look, FIRST_LOOK_MS).unref();
  setInterval(look, LOOK_MS).unref();
  return updates;
}

function relaunch(): void {
  if (process.platform !== "linux") return app.relaunch();
  const { pid, execPath: program, argv } = process;
  startAfterEnd({ pid, program, args: switchesOf(argv) });
}

/** True, too, where there is nothing to copy: never connected, so the journal holds it all, twice. */
export async function hasSnapshot(
  present: Pick<Unlocked, "link" | "snapshots"> | null,
  now: number,
): Promise<boolean> {
  if (present === null) return false;
  if (present.link.connection() === null) return true;
  const [newest = ""] = await present.snapshots.list();
  // 2026-11-29T08-30-00-000Z.snapshot
  const at = Date.parse(
    newest.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d+)Z.*/, "T$1:$2:$3.$4Z"),
  );
  return Math.abs(now - at) < FRESH_MS;
}

/** A version on a line of its own, read by the next start. */
function noteIn(file: string): UpdateNote {
  return {
    read: () => readFile(file, "utf8").then((text) => text.trim() || null),
    write: (version) =>
      version === null
        ? rm(file, { force: true })
        : replaceFile(file, `${version}\n`),
  };
}
