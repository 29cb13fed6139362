import { readFileSync } from "node:fs";
import path from "node:path";

/** Throws unless the main process in `dist` says of itself that it seals what it keeps. */
export function assertSealed(dist: string): void {
  const main = readFileSync(path.join(dist, "electron/main.cjs"), "utf8");
  // The member of AppInfo, after __SEALED__ has become a constant. None at all is no better than the wrong one.
  const said = [...main.matchAll(/\bsealed: (true|false),/g)].map(
    ([, value]) => value,
  );
  if (said.length === 0 || said.includes("false"))
    throw new Error(
      "dist/ is a build that keeps data in clear; it is never packaged.",
    );
}
