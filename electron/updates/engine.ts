import { autoUpdater as nativeUpdater } from "electron";
import type { ProviderRuntimeOptions } from "electron-updater/out/providers/Provider.js";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { UpdateFeed } from "../../shared/ipc/updates.ts";
import { Tampered } from "./feed.ts";
import { handedOver } from "./handed-over.ts";

/** Fetches and installs; electron-updater behind it, with a feed that was believed before. */
export interface UpdateEngine {
  /** True when `feed` is newer than this version and there is a package for this system in it. */
  isNewer(feed: UpdateFeed, folder: string): Promise<boolean>;
  /** Resolves when the package is on the disk and is what the feed says; `Tampered` when it is not. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** The package once more, byte by byte: it has lain in a folder of the person's. Throws `Tampered`. */
  check(): Promise<void>;
  /**
   * Hands it to the system's installer, which then ends the app, and resolves when it has it. True: that one starts the
   * app again. Else, and when refused, nobody does.
   */
  install(): Promise<boolean>;
}

/**
 * `electron-updater`, asked for only when there is something to do: most starts never load it. It gets its feed from
 * us, sends no headers of its own, and never installs when the app quits.
 */
export async function openEngine(
  note: (line: string) => void,
): Promise<UpdateEngine> {
  const { autoUpdater, Provider } = await import("electron-updater");
  let present: { feed: UpdateFeed; folder: string } | null = null;
  /** What lies on the disk, and the feed that it was fetched by: a later look knows another one. */
  let fetched: { file: string; feed: UpdateFeed } | null = null;

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

  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.allowPrerelease = true;
  autoUpdater.disableWebInstaller = true;
  // Blocks of the old package would have to be fetched from the server, too.
  autoUpdater.disableDifferentialDownload = true;
  autoUpdater.isUserWithinRollout = () => true;
  // Its own words have the person's folders in them; the log names nobody.
  autoUpdater.logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (error) => note(`electron-updater: ${kindOf(error)}`),
  };
  // Who asked gets the rejection; an "error" that nobody hears would end the process.
  autoUpdater.on("error", () => undefined);
  autoUpdater.setFeedURL({
    provider: "custom",
    updateProvider: SignedFeed,
  });

  return {
    async isNewer(feed, folder) {
      present = { feed, folder };
      const result = await autoUpdater.checkForUpdates();
      return result?.isUpdateAvailable === true;
    },
    async fetch(onPercent) {
      const progress = ({ percent }: { percent: number }) =>
        onPercent(Math.min(100, Math.floor(percent)));
      autoUpdater.on("download-progress", progress);
      try {
        fetched = null;
        const feed = present?.feed;
        const [file] = await autoUpdater.downloadUpdate();
        fetched = file && feed ? { file, feed } : null;
      } catch (error) {
        if (isMismatch(error))
          throw new Tampered("changed-package", String(error));
        throw error;
      } finally {
        autoUpdater.off("download-progress", progress);
      }
    },
    async check() {
      const sum = fetched && (await sha512(fetched.file));
      if (!fetched?.feed.files.some(({ sha512: said }) => said === sum))
        throw new Tampered("changed-package", "not what the feed says");
    },
    async install() {
      if (process.platform === "darwin")
        return handedOver(nativeUpdater, () => autoUpdater.quitAndInstall());
      let refused = false;
      autoUpdater.once("error", () => (refused = true));
      const startsItself = process.platform !== "linux";
      autoUpdater.quitAndInstall(true, startsItself);
      return startsItself && !refused;
    },
  };
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
