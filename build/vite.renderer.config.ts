import react from "@vitejs/plugin-react";
import path from "node:path";
import { defineConfig } from "vite";
import { define, outDir, root } from "./vite.common.ts";

export default defineConfig({
  root: path.join(root, "renderer"),
  base: "./",
  define,
  plugins: [react()],
  // The protocol handler puts a fresh nonce in this place on every load.
  html: { cspNonce: "__CSP_NONCE__" },
  worker: { format: "es" },
  build: {
    outDir: path.join(outDir, "renderer"),
    emptyOutDir: true,
    // The oldest runtime we run on: Electron 33.
    target: "chrome130",
    // The polyfill is an inline script, and inlined assets are data: addresses; the policy refuses both.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
});
