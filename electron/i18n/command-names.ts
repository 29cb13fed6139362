import { deCHCommands } from "../../shared/commands/i18n/de-CH.ts";
import { enCommands } from "../../shared/commands/i18n/en.ts";
import {
  frCHCommands,
  type CommandWords,
} from "../../shared/commands/i18n/fr-CH.ts";
import { itCHCommands } from "../../shared/commands/i18n/it-CH.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";

/** What commands are called in every menu of the system. */
export const commandNames: Readonly<
  Record<LocalSettings["language"], CommandWords>
> = {
  en: enCommands,
  "fr-CH": frCHCommands,
  "de-CH": deCHCommands,
  "it-CH": itCHCommands,
};
