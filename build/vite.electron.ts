import { builtinModules } from "node:module";
import path from "node:path";
import { defineConfig, type UserConfig } from "vite";
import { define, outDir, root } from "./vite.common.ts";

const provided = [
  "electron",
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** Main and preload are one CommonJS file each: a sandboxed preload cannot import, and packages need no node_modules. */
export function electronBundle(entry: "main" | "preload"): UserConfig {
  return defineConfig({
    root,
    define,
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
