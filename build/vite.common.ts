import { readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

const { version } = JSON.parse(
  readFileSync(path.join(root, "package.json"), "utf8"),
) as { version: string };

export const sealed = process.env.CARNET_BUILD_UNSEALED !== "1";

/** build-all.ts builds beside the finished folder and swaps; a plain `vite build` writes in place. */
export const outDir =
  process.env.CARNET_OUT_DIR ??
  path.join(root, sealed ? "dist" : "dist-unsealed");

export const define = {
  __SEALED__: JSON.stringify(sealed),
  __APP_VERSION__: JSON.stringify(version),
};
