import type {
  InstallStatus,
  UpdateCopy,
  UpdateFeed,
  UpdateState,
} from "../../shared/ipc/updates.ts";
import { Tampered } from "./feed.ts";
import type { UpdateEngine } from "./engine.ts";
import { isLater } from "./later-version.ts";

/** Of this version, the one that was to follow it, and how that went. */
export interface Updates {
  /**
   * Looks, and fetches what is found; resolves when it is ready or there is nothing. Never rejects. What is ready stays so
   * until a newer one is on the disk.
   */
  look(): Promise<void>;
  install(copy: UpdateCopy): Promise<InstallStatus>;
  /** True from the moment the windows close for it until the process ends: that is not the end yet. */
  isInstalling(): boolean;
  /** Every window is closed: what is open behind them is closed, too, then the package is installed. */
  windowsClosed(): Promise<void>;
  /** The address has changed. */
  configured(): void;
}

/** Who asked for something and what came of it, from one start to the next. */
export interface UpdateNote {
  read(): Promise<string | null>;
  write(version: string | null): Promise<void>;
}

export function createUpdates(deps: {
  readonly version: string;
  /** Null where this copy cannot replace itself. */
  readonly readFeed: ((folder: string) => Promise<UpdateFeed>) | null;
  /** Where the feed lies; null = nobody has said, or it is no address. */
  readonly folder: () => string | null;
  readonly engine: () => Promise<UpdateEngine>;
  readonly note: UpdateNote;
  readonly now: () => number;
  /** The readable data has been copied just now, or there is none that the journal does not hold. */
  readonly hasSnapshot: () => Promise<boolean>;
  /** Asks every window to write what is under way, and closes it; `windowsClosed` follows. */
  readonly closeWindows: () => void;
  /** Closes the journal and all else that is behind the key. */
  readonly closeNotebook: () => Promise<void>;
  /** Starts this program again when it has ended. */
  readonly relaunch: () => void;
  readonly publish: (state: UpdateState) => void;
  readonly warn: (line: string) => void;
}): Updates {
  let state: UpdateState = { kind: "off", reason: "unsupported" };
  let engine: UpdateEngine | null = null;
  let replaced: string | null = null;
  let looking: Promise<void> | null = null;
  let asked: Promise<InstallStatus> | null = null;

  function show(next: UpdateState): void {
    state = next;
    deps.publish(next);
  }
  const idle = (checkedAt: number | null) =>
    show({ kind: "idle", checkedAt, replaced });

  function configured(): void {
    if (state.kind === "installing") return;
    if (deps.readFeed === null) show({ kind: "off", reason: "unsupported" });
    else if (deps.folder() === null)
      show({ kind: "off", reason: "no-address" });
    else if (state.kind === "off") idle(null);
  }

  async function began(): Promise<void> {
    configured();
    const wanted = await deps.note.read().catch(() => null);
    if (wanted === null) return;
    await deps.note.write(null).catch(() => undefined);
    if (wanted === deps.version) {
      replaced = wanted;
      if (state.kind === "idle") idle(null);
    } else {
      deps.warn(`update: ${wanted} was not installed`);
      show({ kind: "failed", reason: "not-installed" });
    }
  }
  const beginning = began();

  async function find(folder: string): Promise<void> {
    if (deps.readFeed === null) return;
    const ready = state.kind === "ready" ? state : null;
    if (!ready) show({ kind: "checking" });
    const feed = await deps.readFeed(folder);
    if (ready && !isLater(feed.version, ready.version)) return;
    engine ??= await deps.engine();
    if (isTaken()) return;
    const newer = await engine.isNewer(feed, folder);
    if (isTaken()) return;
    if (!newer) return ready ? undefined : idle(deps.now());
    const found = { version: feed.version, notes: feed.notes };
    show({ kind: "loading", ...found, percent: 0 });
    try {
      await engine.fetch((percent) => {
        if (state.kind === "loading" && state.percent !== percent)
          show({ ...state, percent });
      });
    } catch (error) {
      if (ready) {
        await engine.putBack();
        show(ready);
      }
      throw error;
    }
    show({ kind: "ready", ...found });
  }

  /** What is ready is being installed: no look has a say any more. */
  const isTaken = () => asked !== null || state.kind === "installing";

  async function attempt(): Promise<void> {
    await beginning;
    const folder = deps.folder();
    if (deps.readFeed === null || folder === null || isTaken()) return;
    await find(folder).catch((error: unknown) => {
      if (state.kind === "ready" || isTaken())
        deps.warn(`update: ${sayable(error)}`);
      else failed(error);
    });
  }

  function failed(error: unknown): void {
    deps.warn(`update: ${sayable(error)}`);
    show({ kind: "failed", reason: reasonOf(error) });
  }

  async function begin(copy: UpdateCopy): Promise<InstallStatus> {
    if (state.kind !== "ready" || engine === null) return "not-ready";
    const { version, notes } = state;
    if (copy === "made" && !(await deps.hasSnapshot())) return "no-snapshot";
    try {
      await engine.check();
      await deps.note.write(version);
    } catch (error) {
      // It stays ready: with room it goes on.
      if (reasonOf(error) === "disk-full") return "disk-full";
      failed(error);
      return "not-ready";
    }
    show({ kind: "installing", version, notes });
    deps.closeWindows();
    return "begun";
  }

  return {
    look: () => (looking ??= attempt().finally(() => (looking = null))),
    install: (copy) => (asked ??= begin(copy).finally(() => (asked = null))),
    isInstalling: () => state.kind === "installing",
    async windowsClosed() {
      await deps.closeNotebook();
      // Whichever version comes back finds by the note how it went.
      const startsAgain = await engine?.install().catch(() => false);
      if (startsAgain !== true) deps.relaunch();
    },
    configured,
  };
}

/** For the log, which names nobody: what the disk says has the person's folders in it. */
function sayable(error: unknown): string {
  return error instanceof Error && "code" in error
    ? String(error.code)
    : String(error);
}

function reasonOf(error: unknown) {
  if (error instanceof Tampered) return error.reason;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOSPC" || code === "EDQUOT") return "disk-full";
  return code === "EACCES" || code === "EROFS" ? "disk" : "unreachable";
}
