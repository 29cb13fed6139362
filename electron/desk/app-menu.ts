import { app, Menu } from "electron";
import type { CommandId } from "../../shared/commands/commands.ts";
import type { Input } from "../../shared/ipc/contract.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { menuTemplate } from "../os/menu.ts";

const NOTHING: Input<"menu/name-undo"> = { undo: null, redo: null };

/** The application's menu, in the language of now, with the names of what Undo and Redo would take. */
export interface AppMenu {
  show(settings: LocalSettings): void;
  nameUndo(names: Input<"menu/name-undo">): void;
  /** What was done last may name somebody. */
  forgetNames(): void;
}

export function createAppMenu(deps: {
  readonly settings: () => LocalSettings;
  readonly run: (command: CommandId) => void;
}): AppMenu {
  let names = NOTHING;
  const show = ({ language, shortcuts }: LocalSettings) =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          language,
          names,
          own: shortcuts ?? {},
          dev: !app.isPackaged,
          mac: process.platform === "darwin",
          run: deps.run,
        }),
      ),
    );
  const nameUndo: AppMenu["nameUndo"] = (now) => {
    names = now;
    show(deps.settings());
  };
  return { show, nameUndo, forgetNames: () => nameUndo(NOTHING) };
}
