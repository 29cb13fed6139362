import path from "node:path";
import type { InlineConfig } from "vite";
import { root } from "../../build/vite.common.ts";
import { electronBundle } from "../../build/vite.electron.ts";

/** The page of the bench; without sealing only for what sealing costs. */
export function pageConfig(outDir: string, sealed: boolean): InlineConfig {
  return {
    configFile: false,
    // PGlite's use of eval is no news.
    logLevel: "error",
    root: path.join(import.meta.dirname, "page"),
    base: "./",
    define: {
      __SEALED__: JSON.stringify(sealed),
      __APP_VERSION__: JSON.stringify("bench"),
      global: "globalThis",
    },
    // Its script looks for the module beside it.
    optimizeDeps: { exclude: ["@sqlite.org/sqlite-wasm"] },
    worker: { format: "es" },
    build: {
      outDir,
      target: "chrome130",
      emptyOutDir: true,
      chunkSizeWarningLimit: 9000,
    },
  };
}

/** The main process of the bench and the app's preload, built as the app's own are. */
export function electronConfigs(outDir: string): readonly InlineConfig[] {
  const inputs = {
    main: path.join(import.meta.dirname, "window/main.ts"),
    preload: path.join(root, "electron/preload.ts"),
  };
  return (["main", "preload"] as const).map((entry) => {
    const config: InlineConfig = electronBundle(entry);
    const { rolldownOptions, ...build } = config.build ?? {};
    return {
      ...config,
      configFile: false,
      logLevel: "warn",
      build: {
        ...build,
        outDir,
        rolldownOptions: { ...rolldownOptions, input: inputs[entry] },
      },
    };
  });
}
