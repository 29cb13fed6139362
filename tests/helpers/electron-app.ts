import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  _electron,
  type ElectronApplication,
  type Page,
} from "playwright-core";

export interface LaunchOptions {
  /** Kept after the app has ended; without one a new folder is used and removed. */
  readonly userDataDir?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Arguments for Electron itself, before the app. */
  readonly before?: readonly string[];
  /** Main file of another build than dist/. */
  readonly mainFile?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Taken right after the launch: Playwright's own accessor throws once the app has died. */
  readonly process: ChildProcess;
  readonly userDataDir: string;
  /** Closes the app as its window's close button does, and removes a folder that was made for it. */
  readonly close: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../..");

/** Starts the built app (dist/) on the Electron that CARNET_ELECTRON names, and waits for its first window. */
export async function launch(
  options: LaunchOptions = {},
): Promise<LaunchedApp> {
  const executablePath = process.env.CARNET_ELECTRON;
  if (executablePath === undefined)
    throw new Error(
      "CARNET_ELECTRON is not set; run this through an npm script",
    );
  const userDataDir =
    options.userDataDir ?? (await mkdtemp(path.join(tmpdir(), "carnet-test-")));
  const app = await _electron.launch({
    executablePath,
    args: [
      ...platformFlags(),
      ...(options.before ?? []),
      options.mainFile ?? root,
      `--user-data-dir=${userDataDir}`,
      ...(options.args ?? []),
    ],
    env: { ...environment(), ...options.env },
  });
  const child = app.process();
  const page = await app.firstWindow();
  const close = async (): Promise<void> => {
    await app.close();
    if (options.userDataDir === undefined)
      await rm(userDataDir, { recursive: true, force: true });
  };
  return { app, page, process: child, userDataDir, close };
}

function platformFlags(): string[] {
  // Chromium refuses to run as root inside its sandbox; a virtual screen has no GPU.
  return process.getuid?.() === 0
    ? ["--no-sandbox", "--disable-gpu"]
    : ["--disable-gpu"];
}

function environment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(defined);
}
