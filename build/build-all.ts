import { build } from "vite";
import { outDir } from "./vite.common.ts";
import main from "./vite.main.config.ts";
import { collectNotices } from "./vite.notices.ts";
import preload from "./vite.preload.config.ts";
import renderer from "./vite.renderer.config.ts";

const notices = collectNotices();

// One process for all three bundles: starting Vite costs more than the two small ones.
for (const config of [renderer, main, preload]) {
  await build({
    ...config,
    plugins: [...(config.plugins ?? []), notices.plugin()],
    worker: { ...config.worker, plugins: () => [notices.plugin()] },
    configFile: false,
    logLevel: "warn",
  });
}
notices.write(outDir);
