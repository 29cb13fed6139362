import { autoUpdater as nativeUpdater } from "electron";
import { createEngine, type UpdateEngine } from "./engine.ts";
import { handedOver } from "./handed-over.ts";

/** `electron-updater` of this system, asked for only when there is something to do: most starts never load it. */
export async function openEngine(
  note: (line: string) => void,
): Promise<UpdateEngine> {
  const { autoUpdater, Provider } = await import("electron-updater");
  return createEngine({
    ...{ updater: autoUpdater, Provider, note },
    async install() {
      if (process.platform === "darwin")
        return handedOver(nativeUpdater, () => autoUpdater.quitAndInstall());
      let refused = false;
      autoUpdater.once("error", () => (refused = true));
      const startsItself = process.platform !== "linux";
      autoUpdater.quitAndInstall(true, startsItself);
      return startsItself && !refused;
    },
  });
}
