import { existsSync, rmSync } from "node:fs";
import path from "node:path";

/** Electron's own, which must go with every copy of it. */
const NOTICES = ["LICENSE.electron.txt", "LICENSES.chromium.html"];
/** electron-builder leaves these in place when it is given a folder. */
const NOT_OURS = ["resources/default_app.asar", ".complete", "version"];

/** On the copy of Electron, before anything of ours: what must not ship goes, what must ship is there. */
export async function afterExtract({
  appOutDir,
}: {
  readonly appOutDir: string;
}): Promise<void> {
  for (const name of NOT_OURS)
    rmSync(path.join(appOutDir, name), { recursive: true, force: true });
  for (const name of NOTICES)
    if (!existsSync(path.join(appOutDir, name)))
      throw new Error(`the Electron to be packed has no ${name}`);
}
