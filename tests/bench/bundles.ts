import path from "node:path";
import { defineConfig } from "vite";

const sealed = process.env["CARNET_BUILD_UNSEALED"] !== "1";

export default defineConfig({
  root: path.join(import.meta.dirname, "page"),
  base: "./",
  define: {
    __SEALED__: JSON.stringify(sealed),
    __APP_VERSION__: JSON.stringify("bench"),
    global: "globalThis",
  },
  worker: { format: "es" },
  build: {
    target: "chrome130",
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
});
