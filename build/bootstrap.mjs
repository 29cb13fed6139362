// From a fresh clone to a machine that can run: npm packages, an Electron, system packages, a build.
// Node built-ins only, and nothing newer than Node 20: Node 24 comes with the packages.
import { ensureElectron } from "./electron-runtime.mjs";
import { ensureBuilt } from "./build.mjs";
import { openDisplay } from "./display.mjs";
import { ensurePackages } from "./packages.mjs";
import { say } from "./say.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

/**
 * Brings what a command needs: `{electron, built, postgres, rpm}`, each optional.
 * The answer's `env` is for the processes that the command starts; `close` ends the virtual screen.
 */
export async function bootstrap({
  electron = false,
  built = false,
  postgres = false,
  rpm = false,
} = {}) {
  ensurePackages();
  const runtime = electron ? ensureElectron(say) : undefined;
  ensureSystemPackages({
    electron: runtime?.executable,
    screen: electron,
    ...{ postgres, rpm },
  });
  if (built) await ensureBuilt();
  if (runtime === undefined) return { env: {}, close: () => {} };
  const display = await openDisplay();
  return {
    env: { ...display.env, CARNET_ELECTRON: runtime.executable },
    close: display.close,
  };
}

/** Chromium refuses to run as root inside its sandbox. */
export const electronFlags =
  process.platform === "linux" && process.getuid() === 0
    ? ["--no-sandbox"]
    : [];
