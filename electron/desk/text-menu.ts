import { BrowserWindow, Menu, type WebContents } from "electron";
import { textMenu } from "../os/text-menu.ts";
import type { MenuTexts } from "../i18n/en.ts";

/** In a text and on chosen words: what every program of the desktop offers there. Where the page has a menu this is not asked. */
export function giveTextMenu(
  contents: WebContents,
  words: () => MenuTexts,
): void {
  contents.on("context-menu", (_event, { isEditable, editFlags }) => {
    const template = textMenu({ isEditable, editFlags, words: words() });
    const window = BrowserWindow.fromWebContents(contents);
    if (template.length > 0 && window)
      Menu.buildFromTemplate(template).popup({ window });
  });
}
