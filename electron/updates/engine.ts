import type { AppUpdater, Provider as AnyProvider } from "electron-updater";
import type { ProviderRuntimeOptions } from "electron-updater/out/providers/Provider.js";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { UpdateFeed } from "../../shared/ipc/updates.ts";
import { Tampered } from "./feed.ts";

/** Fetches and installs; electron-updater behind it, with a feed that was believed before. */
export interface UpdateEngine {
  /** True when `feed` is newer than this version and there is a package for this system in it. */
  isNewer(feed: UpdateFeed, folder: string): Promise<boolean>;
  /** Resolves when the package is on the disk and is what the feed says; `Tampered` when it is not. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** After a fetch that came to nothing: what was fetched before it is ready again. Rejects where it is not. */
  putBack(): Promise<void>;
  /** The package once more, byte by byte: it has lain in a folder of the person's. Throws `Tampered`. */
  check(): Promise<void>;
  /**
   * Hands it to the system's installer, which then ends the app, and resolves when it has it. True: that one starts the
   * app again. Else, and when refused, nobody does.
   */
  install(): Promise<boolean>;
}

/** A feed, and the folder that its packages lie in. */
interface Source {
  readonly feed: UpdateFeed;
  readonly folder: string;
}

/** What lies on the disk, and by whose word: a later look knows another one. */
interface Fetched {
  readonly file: string;
  readonly source: Source;
}

/** It gets its feed from us, sends no headers of its own, and never installs when the app quits. */
export function createEngine(deps: {
  readonly updater: AppUpdater;
  readonly Provider: typeof AnyProvider;
  readonly note: (line: string) => void;
  readonly install: () => Promise<boolean>;
}): UpdateEngine {
  const { updater, Provider, note, install } = deps;
  let present: Source | null = null;
  let fetched: Fetched | null = null;
  let before: Fetched | null = null;

  class SignedFeed extends Provider<UpdateFeed & Unused> {
    constructor(
      _options: unknown,
      _updater: unknown,
      runtime: ProviderRuntimeOptions,
    ) {
      super(runtime);
    }
    /** Without the number by which staged roll-outs know a machine again. */
    override setRequestHeaders(): void {}
    override async getLatestVersion() {
      if (present === null) throw new Error("no feed");
      return { ...present.feed, path: "", sha512: "" };
    }
    override resolveFiles({ files }: UpdateFeed) {
      const folder = present?.folder;
      return files.map((info) => ({ url: new URL(info.url, folder), info }));
    }
  }

  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = true;
  updater.disableWebInstaller = true;
  // Blocks of the old package would have to be fetched from the server, too.
  updater.disableDifferentialDownload = true;
  updater.isUserWithinRollout = () => true;
  // Its own words have the person's folders in them; the log names nobody.
  updater.logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (error) => note(`electron-updater: ${kindOf(error)}`),
  };
  // Who asked gets the rejection; an "error" that nobody hears would end the process.
  updater.on("error", () => undefined);
  updater.setFeedURL({
    provider: "custom",
    updateProvider: SignedFeed,
  });

  async function isNewer(): Promise<boolean> {
    const result = await updater.checkForUpdates();
    return result?.isUpdateAvailable === true;
  }

  async function load(): Promise<string> {
    const source = present;
    const [file = ""] = await updater.downloadUpdate();
    fetched = source && { file, source };
    await check();
    return file;
  }

  async function check(): Promise<void> {
    const sum = fetched && (await sha512(fetched.file));
    const files = fetched?.source.feed.files;
    if (!files?.some(({ sha512: said }) => said === sum))
      throw new Tampered("changed-package", "not what the feed says");
  }

  return {
    isNewer(feed, folder) {
      present = { feed, folder };
      return isNewer();
    },
    async fetch(onPercent) {
      const progress = ({ percent }: { percent: number }) =>
        onPercent(Math.min(100, Math.floor(percent)));
      updater.on("download-progress", progress);
      try {
        before = null;
        before = fetched && (await setAside(fetched));
        fetched = null;
        await removeAside(await load());
      } catch (error) {
        if (isMismatch(error))
          throw new Tampered("changed-package", String(error));
        throw error;
      } finally {
        updater.off("download-progress", progress);
      }
    },
    async putBack() {
      // Nothing was set aside yet: it lies where it was.
      if (before === null) return check();
      const { file, source } = before;
      const folder = path.dirname(file);
      before = null;
      await rm(folder, { recursive: true, force: true });
      await rename(asideOf(folder), folder);
      present = source;
      await isNewer();
      // Finds it there.
      await load();
    },
    check,
    install,
  };
}

/** electron-updater empties its folder before it fetches another package. */
const asideOf = (folder: string) => `${folder}-before`;

async function setAside(fetched: Fetched): Promise<Fetched> {
  await removeAside(fetched.file);
  const folder = path.dirname(fetched.file);
  await rename(folder, asideOf(folder));
  return fetched;
}

/** Also what a start that was cut short has left. */
async function removeAside(file: string): Promise<void> {
  await rm(asideOf(path.dirname(file)), { recursive: true, force: true });
}

/** Members that electron-updater's type asks for and nothing reads. */
interface Unused {
  readonly path: string;
  readonly sha512: string;
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  return "code" in error ? String(error.code) : error.name;
}

function isMismatch(error: unknown): boolean {
  return (
    error instanceof Error &&
    (("code" in error && error.code === "ERR_CHECKSUM_MISMATCH") ||
      error.message.includes("checksum mismatch"))
  );
}

async function sha512(file: string): Promise<string> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return hash.digest("base64");
}
