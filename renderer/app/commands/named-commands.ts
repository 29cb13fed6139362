import type { TFunction } from "i18next";
import {
  commandFacts,
  commandIds,
  keysOf,
  type CommandId,
  type Need,
  type OwnKeys,
} from "../../../shared/commands/commands.ts";
import { shownKey } from "../../ui/key-name.ts";
import type { RunCommand } from "./command-runs.ts";

const WHY = { card: "cmd.needsCard" } as const;

/** A command as the box and the sheet of keys show it. */
export interface NamedCommand {
  readonly id: CommandId;
  readonly text: string;
  readonly shortcut?: string;
  /** Why it cannot be run now. */
  readonly off?: string;
  run(): void;
}

/** The table in this language, with the keys of now; `has`: whether what a command needs is there. */
export function namedCommands(deps: {
  readonly t: TFunction;
  readonly own: OwnKeys;
  readonly has: (need: Need) => boolean;
  readonly run: RunCommand;
}): readonly NamedCommand[] {
  const { t, own } = deps;
  return commandIds.map((id) => {
    const [key] = keysOf(id, own);
    const { needs } = commandFacts[id];
    return {
      id,
      text: t(`cmd.${id}`),
      ...(key === undefined ? {} : { shortcut: shownKey(key, t("key.shift")) }),
      ...(needs === undefined || deps.has(needs) ? {} : { off: t(WHY[needs]) }),
      run: () => void deps.run(id),
    };
  });
}
