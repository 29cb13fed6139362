import type { MenuItemConstructorOptions } from "electron";
import type { CommandId } from "../../shared/commands/commands.ts";
import type { CommandWords } from "../../shared/commands/i18n/fr-CH.ts";
import type { TrayWords } from "../i18n/tray-words.ts";

/** What one wants of a notebook whose window is not in sight; the window comes to the front where it is needed. */
const COMMANDS = ["logVisit", "palette", "syncNow"] as const;

export function trayTemplate(options: {
  readonly names: CommandWords;
  readonly words: TrayWords;
  readonly run: (command: CommandId) => void;
  readonly show: () => void;
  readonly quit: () => void;
}): MenuItemConstructorOptions[] {
  const { names, words, run, show, quit } = options;
  return [
    ...COMMANDS.map((id) => ({
      ...{ id, label: names[`cmd.${id}`], click: () => run(id) },
    })),
    { type: "separator" },
    { id: "show", label: words.show, click: show },
    { id: "quit", label: words.quit, click: quit },
  ];
}
