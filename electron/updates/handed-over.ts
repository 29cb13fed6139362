import type { EventEmitter } from "node:events";

/**
 * macOS fetches the package from electron-updater first, and nobody may quit before it has it: asks it to, and resolves
 * when it does. False: it has refused, and ends nothing.
 */
export async function handedOver(
  system: Pick<EventEmitter, "once" | "off">,
  ask: () => void,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const taken = () => resolve(true);
  const refused = () => resolve(false);
  system.once("update-downloaded", taken);
  system.once("error", refused);
  try {
    ask();
    return await promise;
  } catch {
    return false;
  } finally {
    system.off("update-downloaded", taken);
    system.off("error", refused);
  }
}
