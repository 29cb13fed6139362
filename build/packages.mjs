import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { npmEnvironment, root } from "./node.mjs";
import { say, Stop } from "./say.mjs";

/** Makes node_modules what package-lock.json says, and does nothing if it is. */
export function ensurePackages() {
  if (areInstalled()) return;
  say("npm packages: installing");
  const { status } = spawnSync(
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      env: npmEnvironment(),
      // npm's summary is progress, not a result.
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) throw new Stop("npm ci failed; the reason is above.");
  say("npm packages: ready");
}

/** npm ends an installation by writing down what it has put into node_modules. */
function areInstalled() {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const wanted = readPackages(path.join(root, "package-lock.json"));
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === "") return true;
    const found = installed[name];
    if (found === undefined) return entry.optional && !isForThisMachine(entry);
    return (
      found.version === entry.version && found.integrity === entry.integrity
    );
  });
}

/** Optional packages carry their platforms; which C library theirs is, npm knows better than we. */
function isForThisMachine({ os, cpu, libc }) {
  return (
    os?.includes(process.platform) &&
    cpu?.includes(process.arch) &&
    libc === undefined
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
