import type { MenuItemConstructorOptions } from "electron";
import {
  menuKeyOf,
  type CommandId,
  type OwnKeys,
} from "../../shared/commands/commands.ts";
import type { Input } from "../../shared/ipc/contract.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { commandNames } from "../i18n/command-names.ts";
import { deCH } from "../i18n/de-CH.ts";
import { en, type MenuTexts } from "../i18n/en.ts";
import { frCH } from "../i18n/fr-CH.ts";
import { itCH } from "../i18n/it-CH.ts";

export const menuTexts: Readonly<Record<LocalSettings["language"], MenuTexts>> =
  {
    en,
    "fr-CH": frCH,
    "de-CH": deCH,
    "it-CH": itCH,
  };

/**
 * The native menu as a template: what each command is called and which key it has is in the one table of commands. A key
 * that the page has handled itself does not come here.
 */
export function menuTemplate(options: {
  readonly language: LocalSettings["language"];
  /** What Undo and Redo would take next. */
  readonly names: Input<"menu/name-undo">;
  /** Keys of the person's own choice. */
  readonly own: OwnKeys;
  readonly mac: boolean;
  readonly dev: boolean;
  readonly run: (command: CommandId) => void;
}): MenuItemConstructorOptions[] {
  const { mac, dev, run, names } = options;
  const t = menuTexts[options.language];
  const separator: MenuItemConstructorOptions = { type: "separator" };
  const words = commandNames[options.language];
  const command = (
    id: CommandId,
    label: string = words[`cmd.${id}`],
  ): MenuItemConstructorOptions => {
    const key = menuKeyOf(id, options.own);
    return {
      ...{ id, label, click: () => run(id) },
      ...(key === null ? {} : { accelerator: acceleratorOf(key) }),
    };
  };
  const role = (
    label: string,
    name: NonNullable<MenuItemConstructorOptions["role"]>,
  ): MenuItemConstructorOptions => ({ label, role: name });
  const settings = command("settings", t.settings);

  return [
    ...(mac
      ? [
          {
            role: "appMenu" as const,
            submenu: [
              role(t.about, "about"),
              separator,
              settings,
              separator,
              role(t.quit, "quit"),
            ],
          },
        ]
      : []),
    {
      label: t.file,
      submenu: [
        command("newCompany"),
        command("newPerson"),
        command("newIndependent"),
        separator,
        command("logVisit"),
        command("newTask"),
        command("newOpportunity"),
        command("brief"),
        command("cardWindow"),
        separator,
        command("import"),
        command("backup"),
        separator,
        command("lock"),
        separator,
        ...(mac
          ? [role(t.close, "close")]
          : [settings, separator, role(t.quit, "quit")]),
      ],
    },
    {
      label: t.edit,
      submenu: [
        // The page has the keys: in a text they are the text's own, elsewhere they go through what was done.
        {
          ...command("undo", named(t.undo, names.undo)),
          registerAccelerator: false,
        },
        {
          ...command("redo", named(t.redo, names.redo)),
          registerAccelerator: false,
        },
        separator,
        role(t.cut, "cut"),
        role(t.copy, "copy"),
        role(t.paste, "paste"),
        role(t.selectAll, "selectAll"),
        separator,
        command("find"),
        command("palette"),
      ],
    },
    {
      label: t.view,
      submenu: [
        role(t.actualSize, "resetZoom"),
        role(t.zoomIn, "zoomIn"),
        role(t.zoomOut, "zoomOut"),
        separator,
        role(t.fullScreen, "togglefullscreen"),
        ...(dev ? [separator, { role: "toggleDevTools" as const }] : []),
      ],
    },
    {
      label: t.go,
      submenu: [
        command("today", t.today),
        command("contacts", t.contacts),
        command("week", t.week),
        command("postponed"),
        command("tasks", t.tasks),
        command("opportunities", t.opportunities),
        command("duplicates", t.duplicates),
        command("sync", t.sync),
        command("trash"),
      ],
    },
    {
      label: t.tools,
      submenu: [command("syncNow")],
    },
    {
      label: t.window,
      submenu: [role(t.minimize, "minimize"), role(t.close, "close")],
    },
    {
      label: t.help,
      role: "help",
      submenu: [
        command("help", t.helpPages),
        command("shortcuts"),
        command("news"),
        separator,
        role(t.about, "about"),
      ],
    },
  ];
}

/** "Undo: Card edited (Luc Pasquier)"; in a name an ampersand is no shortcut. */
function named(word: string, what: string | null): string {
  return what === null ? word : `${word}: ${what.replaceAll("&", "&&")}`;
}

/** `mod+shift+n` as Electron says it. */
function acceleratorOf(key: string): string {
  return key
    .split(/\+(?=.)/)
    .map((part) =>
      part === "mod"
        ? "CmdOrCtrl"
        : part === "shift"
          ? "Shift"
          : part.length === 1
            ? part.toUpperCase()
            : part,
    )
    .join("+");
}
