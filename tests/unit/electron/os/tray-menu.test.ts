import { expect, test } from "vitest";
import { commandNames } from "../../../../electron/i18n/command-names.ts";
import { trayWords } from "../../../../electron/i18n/tray-words.ts";
import { trayTemplate } from "../../../../electron/os/tray-menu.ts";

interface Item {
  readonly label?: string;
  readonly click?: () => void;
}

function trayOf(language: keyof typeof trayWords) {
  const done: string[] = [];
  const items = trayTemplate({
    names: commandNames[language],
    words: trayWords[language],
    run: (command) => done.push(command),
    show: () => done.push("show"),
    quit: () => done.push("quit"),
  }) as Item[];
  return { items, done };
}

test("the icon's menu writes up a visit, searches, syncs, shows the window and quits", () => {
  const { items, done } = trayOf("fr-CH");
  for (const { click } of items) click?.();
  expect(done).toEqual(["logVisit", "palette", "syncNow", "show", "quit"]);
});

test("its commands are called what the table of commands calls them, in each language", () => {
  for (const language of ["fr-CH", "de-CH", "it-CH", "en"] as const) {
    const labels = trayOf(language).items.map(({ label }) => label);
    expect(labels[0]).toBe(commandNames[language]["cmd.logVisit"]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});
