import type { MenuItemConstructorOptions } from "electron";
import type { EventPayload, Input } from "../../shared/ipc/contract.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { deCH } from "../i18n/de-CH.ts";
import { en, type MenuTexts } from "../i18n/en.ts";
import { frCH } from "../i18n/fr-CH.ts";
import { itCH } from "../i18n/it-CH.ts";

export type MenuCommand = EventPayload<"menu/command">["command"];

const TEXTS: Readonly<Record<LocalSettings["language"], MenuTexts>> = {
  en,
  "fr-CH": frCH,
  "de-CH": deCH,
  "it-CH": itCH,
};

/**
 * The native menu as a template. Shortcuts never use Ctrl+Alt (AltGr on Swiss keyboards); a key that the page has
 * handled itself does not come here.
 */
export function menuTemplate(options: {
  readonly language: LocalSettings["language"];
  /** What Undo and Redo would take next. */
  readonly names: Input<"menu/name-undo">;
  readonly mac: boolean;
  readonly dev: boolean;
  readonly run: (command: MenuCommand) => void;
}): MenuItemConstructorOptions[] {
  const { mac, dev, run, names } = options;
  const t = TEXTS[options.language];
  const separator: MenuItemConstructorOptions = { type: "separator" };
  const command = (
    label: string,
    name: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id: name,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => run(name),
  });
  const role = (
    label: string,
    name: NonNullable<MenuItemConstructorOptions["role"]>,
  ): MenuItemConstructorOptions => ({ label, role: name });
  const settings = command(t.settings, "settings", "CmdOrCtrl+,");

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
        command(t.newCompany, "new-company", "CmdOrCtrl+N"),
        command(t.newPerson, "new-person", "CmdOrCtrl+Shift+N"),
        command(t.logVisit, "log-visit", "CmdOrCtrl+Shift+V"),
        separator,
        command(t.importCards, "import", "CmdOrCtrl+I"),
        separator,
        command(t.lock, "lock", "CmdOrCtrl+L"),
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
          ...command(named(t.undo, names.undo), "undo", "CmdOrCtrl+Z"),
          registerAccelerator: false,
        },
        {
          ...command(named(t.redo, names.redo), "redo", "CmdOrCtrl+Shift+Z"),
          registerAccelerator: false,
        },
        separator,
        role(t.cut, "cut"),
        role(t.copy, "copy"),
        role(t.paste, "paste"),
        role(t.selectAll, "selectAll"),
        separator,
        command(t.find, "find", "CmdOrCtrl+F"),
        command(t.palette, "palette", "CmdOrCtrl+K"),
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
      // By the place in the navigation; one that is yet to come keeps its figure free.
      submenu: [
        command(t.today, "go-today", "CmdOrCtrl+1"),
        command(t.contacts, "go-contacts", "CmdOrCtrl+2"),
        command(t.week, "go-week", "CmdOrCtrl+3"),
        command(t.duplicates, "go-duplicates", "CmdOrCtrl+6"),
        command(t.tasks, "go-tasks", "CmdOrCtrl+4"),
        command(t.opportunities, "go-opportunities", "CmdOrCtrl+5"),
        command(t.import, "go-import", "CmdOrCtrl+7"),
        command(t.sync, "go-sync", "CmdOrCtrl+8"),
      ],
    },
    {
      label: t.tools,
      submenu: [command(t.syncNow, "sync-now", "F5")],
    },
    {
      label: t.window,
      submenu: [role(t.minimize, "minimize"), role(t.close, "close")],
    },
    {
      label: t.help,
      role: "help",
      submenu: [
        command(t.shortcuts, "shortcuts", "F1"),
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
