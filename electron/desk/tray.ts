import { app, Menu, nativeImage, Tray } from "electron";
import type { CommandId } from "../../shared/commands/commands.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { commandNames } from "../i18n/command-names.ts";
import { trayWords } from "../i18n/tray-words.ts";
import { trayTemplate } from "../os/tray-menu.ts";
import { showNotice } from "../os/show-notice.ts";
import { hideWindow, showWindow } from "../window.ts";

/** The icon in the notification area, where the person wants one: closing the window then only hides it. */
export interface TrayIcon {
  show(settings: LocalSettings): void;
  /** Called when the window is to close: true = it was hidden, and the notebook goes on. */
  hidesInstead(): boolean;
}

export function createTray(deps: {
  readonly settings: () => LocalSettings;
  readonly run: (command: CommandId) => void;
  /** The window closes for something else than the person's wish to put it away. */
  readonly isEnding: () => boolean;
  /** It was hidden for the first time, and that has been explained. */
  readonly told: () => void;
}): TrayIcon {
  let icon: Tray | null = null;
  let quits = false;
  app.on("before-quit", () => (quits = true));
  return {
    show({ tray: wanted, language }) {
      if (wanted !== true) {
        icon?.destroy();
        icon = null;
        return;
      }
      if (icon === null) {
        icon = new Tray(nativeImage.createFromDataURL(__ICON__));
        icon.setToolTip("Carnet");
        icon.on("click", showWindow);
      }
      const template = trayTemplate({
        names: commandNames[language],
        words: trayWords[language],
        run(command) {
          if (command !== "syncNow") showWindow();
          deps.run(command);
        },
        show: showWindow,
        quit: () => app.quit(),
      });
      icon.setContextMenu(Menu.buildFromTemplate(template));
    },
    hidesInstead() {
      if (icon === null || quits || deps.isEnding()) return false;
      hideWindow();
      const { toldTray, language } = deps.settings();
      if (toldTray !== true) {
        const { stays, staysHow } = trayWords[language];
        showNotice({ title: stays, body: staysHow, open: showWindow });
        deps.told();
      }
      return true;
    },
  };
}
