import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
export const bin = path.join(root, "node_modules/.bin");

const OLDEST_NODE = 24;

/** Node 24 runs our .ts files as they are. On linux-x64 it comes with the packages, elsewhere from the developer. */
export function nodePath() {
  const installed = path.join(bin, "node");
  if (existsSync(installed)) return installed;
  for (const candidate of [process.execPath, "node"]) {
    const { stdout } = spawnSync(candidate, ["-p", "process.versions.node"], {
      encoding: "utf8",
    });
    if (Number.parseInt(stdout ?? "", 10) >= OLDEST_NODE) return candidate;
  }
  throw new Error(
    `Node ${OLDEST_NODE} or newer is needed on ${process.platform}-${process.arch}.`,
  );
}

/** For what we start: tools of node_modules first, and with them Node 24. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
    ...extra,
  };
}

/** For npm itself: it deletes node_modules, so it must not run on the Node in there. */
export function npmEnvironment() {
  const entries = (process.env.PATH ?? "").split(path.delimiter);
  const PATH = entries
    .filter((entry) => !entry.includes("node_modules"))
    .join(path.delimiter);
  return { ...process.env, PATH };
}
