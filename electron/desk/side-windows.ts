import { BrowserWindow } from "electron";

/** What the first window draws in other windows ends with its page: with the lock, a breakdown and its own end. */
export function endWithPage(first: BrowserWindow): void {
  const endOthers = () => {
    for (const window of BrowserWindow.getAllWindows())
      if (window !== first) window.destroy();
  };
  first.webContents.on(
    "did-start-navigation",
    ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) endOthers();
    },
  );
  first.webContents.on("render-process-gone", endOthers);
  first.on("closed", endOthers);
}
