import { expect, test } from "vitest";
import { menuTemplate } from "../../../../electron/os/menu.ts";
import {
  commandIds,
  type CommandId,
} from "../../../../shared/commands/commands.ts";

interface Item {
  readonly label?: string;
  readonly accelerator?: string;
  readonly submenu?: unknown;
  readonly click?: unknown;
}

const NAMELESS = { undo: null, redo: null };

function itemsOf(
  language: "fr-CH" | "en",
  mac = false,
  names: Parameters<typeof menuTemplate>[0]["names"] = NAMELESS,
  own: Readonly<Record<string, string>> = {},
) {
  const run: CommandId[] = [];
  const flat = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => [item, ...flat((item.submenu as Item[]) ?? [])]);
  const items = flat(
    menuTemplate({
      language,
      names,
      own,
      mac,
      dev: false,
      run: (command) => run.push(command),
    }) as Item[],
  );
  return { items, run };
}

const LANGUAGES = ["fr-CH", "de-CH", "it-CH", "en"] as const;

for (const mac of [false, true])
  test(`every command of the table is in the menu ${mac ? "on macOS" : "elsewhere"}, once`, () => {
    const { items, run } = itemsOf("en", mac);
    for (const { click } of items) if (click) (click as () => void)();
    expect([...run].sort()).toEqual([...commandIds].sort());
  });

test("in French and in English by language", () => {
  const labels = (language: "fr-CH" | "en") =>
    itemsOf(language).items.map(({ label }) => label);
  expect(labels("fr-CH")).toContain("Nouvelle société");
  expect(labels("en")).toContain("New company");
});

test("no shortcut uses Ctrl+Alt, which is AltGr on Swiss keyboards, and none is there twice", () => {
  for (const language of LANGUAGES) {
    const shortcuts = itemsOf(language as "en").items.flatMap(
      ({ accelerator }) => (accelerator ? [accelerator] : []),
    );
    expect(shortcuts.filter((keys) => keys.includes("Alt"))).toEqual([]);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  }
});

test("the Edit menu names what Undo and Redo would take", () => {
  const names = { undo: "Card edited (Rochat & Cie)", redo: null };
  const labels = itemsOf("en", false, names).items.map(({ label }) => label);
  expect(labels).toContain("Undo: Card edited (Rochat && Cie)");
  expect(labels).toContain("Redo");
});

test("the menu shows the key of one's own, and none for a letter, which writes text", () => {
  const own = { syncNow: "mod+shift+y", newCompany: "x" };
  const { items } = itemsOf("en", false, NAMELESS, own);
  const keyOf = (label: string) =>
    items.find((item) => item.label === label)?.accelerator;
  expect(keyOf("Sync now")).toBe("CmdOrCtrl+Shift+Y");
  expect(keyOf("New company")).toBeUndefined();
  expect(keyOf("New person")).toBe("CmdOrCtrl+Shift+N");
});
