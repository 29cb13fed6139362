import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { root } from "./vite.common.ts";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
}

/** The folder of a package inside the path of one of its modules. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const TEXTS = /^(licen[cs]e|copying|notice)/i;
const RULE = `${"-".repeat(80)}\n`;

/** Notes the packages whose modules go into a bundle, workers included; `write` makes of them what their licences ask for. */
export function collectNotices() {
  const folders = new Set<string>();
  const plugin = (): Plugin => ({
    name: "carnet-notices",
    generateBundle() {
      for (const id of this.getModuleIds()) {
        // Bundlers mark modules of their own with a leading NUL, and append queries.
        const folder = PACKAGE.exec(id.replace(/^\0/, ""))?.[0];
        if (folder !== undefined) folders.add(folder);
      }
    },
  });
  return {
    plugin,
    write: (outDir: string) =>
      writeFileSync(
        path.join(outDir, "third-party-notices.txt"),
        noticesOf([...folders]),
      ),
  };
}

/** One entry a package, by name: its licence and the texts that came with it. A package without a licence throws. */
export function noticesOf(folders: readonly string[]): string {
  const entries = new Map<string, string>();
  for (const folder of folders) {
    const manifest = JSON.parse(
      readFileSync(path.join(folder, "package.json"), "utf8"),
    ) as Manifest;
    const { name, version, license, homepage } = manifest;
    if (typeof license !== "string" || license === "UNLICENSED")
      throw new Error(`${path.relative(root, folder)} names no licence`);
    const head = [`${name} ${version}`, `Licence: ${license}`, homepage];
    entries.set(
      `${name}@${version}`,
      [`${head.filter(Boolean).join("\n")}\n`, ...textsIn(folder)].join("\n"),
    );
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    "Carnet contains these packages. Electron's and Chromium's notices are in\nLICENSE.electron.txt and LICENSES.chromium.html.\n",
    ...sorted.map(([, entry]) => entry),
  ].join(RULE);
}

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map(
      (name) => `${readFileSync(path.join(folder, name), "utf8").trimEnd()}\n`,
    );
}
