import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { defineConfig, type UserConfig } from "vite";
import { define, outDir, root } from "./vite.common.ts";

const provided = [
  "electron",
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** Of the notification area: what a file of its own would cost a look for where the program lies. */
const icon = readFileSync(path.join(root, "build/dist/icons/32x32.png"));
const __ICON__ = JSON.stringify(
  `data:image/png;base64,${icon.toString("base64")}`,
);

/** Main and preload are one CommonJS file each: a sandboxed preload cannot import, and packages need no node_modules. */
export function electronBundle(entry: "main" | "preload"): UserConfig {
  return defineConfig({
    root,
    define: { ...define, __ICON__ },
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      outDir: path.join(outDir, "electron"),
      // The two bundles share the folder.
      emptyOutDir: false,
      target: "node20.18",
      minify: false,
      sourcemap: true,
      ssr: true,
      rolldownOptions: {
        input: path.join(root, "electron", `${entry}.ts`),
        external: provided,
        output: {
          format: "cjs",
          entryFileNames: `${entry}.cjs`,
          codeSplitting: false,
        },
      },
    },
  });
}
