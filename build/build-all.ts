import { build } from "vite";
import main from "./vite.main.config.ts";
import preload from "./vite.preload.config.ts";
import renderer from "./vite.renderer.config.ts";

// One process for all three bundles: starting Vite costs more than the two small ones.
for (const config of [renderer, main, preload]) {
  await build({ ...config, configFile: false, logLevel: "warn" });
}
