import { spawn } from "node:child_process";
import { say, Stop } from "./say.mjs";
import { hasScreen } from "./system-packages.mjs";

/**
 * A screen for the app: the session's own, or an Xvfb of ours.
 * Not xvfb-run: on SIGTERM it ends the screen before the app, which then dies instead of closing.
 */
export async function openDisplay({ quiet = false } = {}) {
  if (hasScreen()) return { env: {}, close: () => {} };
  const server = spawn(
    // The kernel ends the screen with us, also when we are killed and cannot.
    "setpriv",
    [
      ...["--pdeathsig", "TERM", "Xvfb", "-displayfd", "3"],
      ...["-screen", "0", "1440x900x24", "-nolisten", "tcp"],
    ],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      // Of its own group: Ctrl+C in the terminal must reach the app first.
      detached: true,
    },
  );
  const number = await new Promise((resolve, reject) => {
    let read = "";
    server.stdio[3].on("data", (chunk) => {
      read += chunk;
      if (read.includes("\n")) resolve(read.trim());
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Stop(`Xvfb ended with ${code}`)));
  });
  process.once("exit", () => server.kill());
  server.unref();
  server.stdio[3].destroy();
  if (!quiet)
    say(`no screen here: the window is on a virtual one, DISPLAY=:${number}`);
  return {
    // The second name says that this screen is nobody's: whoever wants one of its own may open it.
    env: { DISPLAY: `:${number}`, CARNET_VIRTUAL_SCREEN: `:${number}` },
    close: () => server.kill(),
  };
}
