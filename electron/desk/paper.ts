import { app, type BrowserWindow } from "electron";
import type { Input } from "../../shared/ipc/contract.ts";
import type { DragShelf } from "../os/drag-shelf.ts";
import { saveMade, type Written } from "../os/save-file.ts";
import type { FileDialogs } from "./file-dialogs.ts";
import { onWhiteIn } from "./on-white.ts";

/** What leaves the window for paper or for another program. */
export function createPaper(deps: {
  readonly window: Promise<BrowserWindow>;
  readonly chooseFile: FileDialogs["chooseFile"];
  readonly drags: Pick<DragShelf, "put">;
}) {
  const page = async () => (await deps.window).webContents;
  const onWhite = onWhiteIn(deps.window);
  return {
    async savePdf({ name }: Input<"page/save-pdf">): Promise<Written> {
      const contents = await page();
      return saveMade(deps.chooseFile, name, () =>
        onWhite(() =>
          contents.printToPDF({
            // Labels and envelopes have paper and margins of their own.
            preferCSSPageSize: true,
            ...{ pageSize: "A4", printBackground: true },
          }),
        ),
      );
    },
    async print(): Promise<{ printed: boolean }> {
      const contents = await page();
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const printed = await onWhite(() => {
        contents.print({ pageSize: "A4" }, resolve);
        return promise;
      });
      return { printed };
    },
    async drag({ name, card }: Input<"drag/start">): Promise<void> {
      const contents = await page();
      const file = deps.drags.put(name, card);
      contents.startDrag({ file, icon: await app.getFileIcon(file) });
    },
  };
}
