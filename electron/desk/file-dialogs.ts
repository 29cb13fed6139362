import { app, dialog, type BrowserWindow } from "electron";
import path from "node:path";
import { BACKUP_ENDING } from "../../shared/ipc/backup.ts";

/** What the person is asked about files; null when they changed their mind. */
export interface FileDialogs {
  /** Where a file of this name is to be written. */
  chooseFile(name: string): Promise<string | null>;
  chooseBackup(): Promise<string | null>;
}

export function createFileDialogs(window: Promise<BrowserWindow>): FileDialogs {
  return {
    async chooseFile(name) {
      const extension = path.extname(name).slice(1);
      const chosen = await dialog.showSaveDialog(await window, {
        defaultPath: path.join(app.getPath("documents"), name),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return chosen.canceled ? null : chosen.filePath;
    },
    async chooseBackup() {
      const { filePaths } = await dialog.showOpenDialog(await window, {
        properties: ["openFile"],
        filters: [{ name: "Carnet", extensions: [BACKUP_ENDING] }],
      });
      return filePaths[0] ?? null;
    },
  };
}
