import type { CommandId } from "../../../shared/commands/commands.ts";
import type { Commands } from "../../ui/commands.ts";
import { requestRedo, requestUndo } from "../../ui/undo-request.ts";

/** False = there was nothing to do: the key or the menu may mean something else. */
export type RunCommand = (id: CommandId) => void | boolean;

type Place =
  | "/today"
  | "/week"
  | "/tasks"
  | "/opportunities"
  | "/duplicates"
  | "/import"
  | "/sync"
  | "/settings"
  | "/backup"
  | "/trash"
  | "/help"
  | "/news";

/** What each command of the table does in this window. */
export function commandRuns(deps: {
  readonly commands: Commands;
  readonly syncNow: () => void;
  readonly go: (to: Place) => void;
  readonly toPostponed: () => void;
  /** To the list and the card that were last before one's eyes. */
  readonly toContacts: () => void;
}): RunCommand {
  const { commands, go } = deps;
  const runs: Readonly<Record<CommandId, () => void | boolean>> = {
    logVisit: () => commands.logVisit(),
    newTask: () => commands.newTask(),
    newOpportunity: () => commands.newOpportunity(),
    brief: () => commands.brief(),
    cardWindow: () => commands.openWindow(),
    newCompany: () => commands.newCompany(),
    newPerson: () => commands.newPerson(),
    newIndependent: () => commands.newIndependent(),
    find: () => commands.find(),
    palette: () => commands.palette(),
    undo: requestUndo,
    redo: requestRedo,
    syncNow: deps.syncNow,
    today: () => go("/today"),
    contacts: deps.toContacts,
    week: () => go("/week"),
    postponed: deps.toPostponed,
    tasks: () => go("/tasks"),
    opportunities: () => go("/opportunities"),
    duplicates: () => go("/duplicates"),
    import: () => go("/import"),
    sync: () => go("/sync"),
    settings: () => go("/settings"),
    backup: () => go("/backup"),
    trash: () => go("/trash"),
    lock: () => commands.lock(),
    shortcuts: () => commands.shortcuts(),
    help: () => go("/help"),
    news: () => go("/news"),
  };
  return (id) => runs[id]();
}
