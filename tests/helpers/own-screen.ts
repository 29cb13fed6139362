import { openDisplay } from "../../build/display.mjs";

/**
 * Files of real-window tests run side by side: each gets a virtual screen of its own, so that clipboard, focus and
 * size of one window are never another's. A person's real screen is left as it is. The screen ends with this process.
 */
if (process.env["CARNET_VIRTUAL_SCREEN"] !== undefined) {
  delete process.env["DISPLAY"];
  const { env } = await openDisplay({ quiet: true });
  Object.assign(process.env, env);
}
