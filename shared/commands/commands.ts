/** Where a command is of use: `card` = one is open before one's eyes. */
export type Need = "card";

interface CommandFacts {
  /** The usual keys, as `keyName` says them; the first is the one that is shown. Never with Alt, which is half of AltGr. */
  readonly keys: readonly string[];
  readonly needs?: Need;
  /** No line in the box: it is the box. */
  readonly unlisted?: true;
}

/**
 * Every command of the product, once: the menu, the box for everything, the keys, the sheet of keys and the settings are
 * made of this table, its names (`i18n/`) and what the window runs for each. In the order in which they are offered.
 */
const table = {
  logVisit: { keys: ["v", "mod+shift+v"] },
  newTask: { keys: ["t"] },
  newOpportunity: { keys: [] },
  brief: { keys: ["b"], needs: "card" },
  cardWindow: { keys: ["mod+shift+o"], needs: "card" },
  newCompany: { keys: ["c", "mod+n"] },
  newPerson: { keys: ["mod+shift+n"] },
  newIndependent: { keys: [] },
  find: { keys: ["/", "mod+f"] },
  palette: { keys: ["mod+k"], unlisted: true },
  undo: { keys: ["mod+z"] },
  redo: { keys: ["mod+shift+z", "mod+y"] },
  syncNow: { keys: ["F5"] },
  today: { keys: ["mod+1"] },
  contacts: { keys: ["mod+2"] },
  week: { keys: ["mod+3", "mod+shift+w"] },
  postponed: { keys: [] },
  tasks: { keys: ["mod+4"] },
  opportunities: { keys: ["mod+5"] },
  duplicates: { keys: ["mod+6"] },
  import: { keys: ["mod+7", "mod+i"] },
  sync: { keys: ["mod+8"] },
  settings: { keys: ["mod+,"] },
  backup: { keys: [] },
  trash: { keys: [] },
  lock: { keys: ["mod+l"] },
  shortcuts: { keys: ["?"] },
  help: { keys: ["F1"] },
  news: { keys: [] },
} as const satisfies Readonly<Record<string, CommandFacts>>;

export type CommandId = keyof typeof table;

export const commandIds = Object.keys(table) as [CommandId, ...CommandId[]];

export const commandFacts: Readonly<Record<CommandId, CommandFacts>> = table;

/** Keys of the person's own choice, by command; what is named here and is no command is of another version. */
export type OwnKeys = Readonly<Record<string, string>>;

/** One's own key takes the place of the usual ones. */
export function keysOf(id: CommandId, own: OwnKeys): readonly string[] {
  const chosen = own[id];
  return chosen === undefined ? commandFacts[id].keys : [chosen];
}

/** Who has this key now; null = nobody. One's own keys go before usual ones. */
export function commandOf(key: string, own: OwnKeys): CommandId | null {
  const chosen = commandIds.find((id) => own[id] === key);
  return (
    chosen ?? commandIds.find((id) => keysOf(id, own).includes(key)) ?? null
  );
}

/** The key that a native menu can have: with Ctrl or Cmd, or a function key; others write text. */
export function menuKeyOf(id: CommandId, own: OwnKeys): string | null {
  return keysOf(id, own).find((key) => /^mod\+|^F\d+$/.test(key)) ?? null;
}
