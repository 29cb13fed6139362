import { useNavigate, useParams } from "@tanstack/react-router";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { useIdleErasing } from "../features/erasure/use-idle-erasing.ts";
import { useNewsHint } from "../features/help/use-news-hint.ts";
import { Palette } from "../features/palette/palette.tsx";
import { useSettings } from "../features/settings/settings-context.ts";
import { CodeListDialog } from "../features/setup/code-list-dialog.tsx";
import { ShortcutSheet } from "../features/shortcuts/shortcut-sheet.tsx";
import {
  useSyncControls,
  useSyncStatus,
} from "../features/sync/sync-context.ts";
import { useReminders } from "../features/tasks/use-reminders.ts";
import { UndoProgress } from "../features/undo/undo-progress.tsx";
import { useUndo } from "../features/undo/use-undo.ts";
import type { CommandId, OwnKeys } from "../../shared/commands/commands.ts";
import type { CodeKind } from "../../shared/entities/code.ts";
import { bridge } from "../platform/bridge.ts";
import { CommandsContext } from "../ui/commands.ts";
import { useNotify } from "../ui/notices.tsx";
import { ContextMenu } from "./commands/context-menu.tsx";
import { commandRuns, type RunCommand } from "./commands/command-runs.ts";
import { namedCommands } from "./commands/named-commands.ts";
import { useCommandKeys } from "./commands/use-command-keys.ts";
import { useWindowKeys } from "./commands/use-window-keys.ts";
import { drawDialog, type DialogPlace } from "./dialogs.tsx";
import { DropHint } from "./drop-hint.tsx";
import { useCommandsHere, type Shown } from "./use-commands.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useLastContacts } from "./use-last-contacts.ts";
import { useLinks } from "./use-links.ts";
import { useLock } from "./use-lock.ts";
import { usePaletteDoors } from "./use-palette-doors.ts";
import { SideWindow } from "./windows/side-window.tsx";
import { useSideWindows } from "./windows/use-side-windows.ts";
import { useWhenFree } from "./use-when-free.ts";

/** Kinds of the sync's status in which nobody would answer. */
const AWAY = new Set(["offline", "paused", "signed-out", "not-connected"]);
const NO_KEYS: OwnKeys = {};
/** They leave what is open where it is, or keep it themselves. */
const BESIDE: ReadonlySet<CommandId> = new Set<CommandId>([
  ...(["undo", "redo", "syncNow", "cardWindow", "lock"] as const),
]);

/** Runs what keys, menus and buttons ask for, and shows the dialogs that belong to no page. */
export function CommandHost({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const { syncNow } = useSyncControls();
  const { lastSuccess, kind: syncKind } = useSyncStatus();
  const { id: openCard = "" } = useParams({ strict: false });
  const lastContacts = useLastContacts();
  const [dialog, setDialog] = useState<Shown | null>(null);
  // Over whatever else is open: one comes back to it.
  const [list, setList] = useState<CodeKind | null>(null);
  const { settings, change, vault, info } = useSettings();
  const lock = useLock(settings.lockAfterMinutes, vault.lock);
  const noCard = useCallback(
    () => notify({ text: t("brief.openCard") }),
    [notify, t],
  );
  const windows = useSideWindows();
  const commands = useCommandsHere({
    ...{ openCard, lastContacts, lock, noCard },
    ...{ show: setDialog, showList: setList, openWindow: windows.open },
  });
  const run = useMemo(
    () =>
      commandRuns({
        ...{ commands, syncNow },
        go: (to) => void navigate({ to }),
        toPostponed: () =>
          void navigate({ to: "/today", search: { postponed: true } }),
        toContacts: () => void navigate(lastContacts.current),
      }),
    [commands, syncNow, navigate, lastContacts],
  );
  const whenFree = useWhenFree();
  const holdsNothing =
    dialog?.kind === "palette" || dialog?.kind === "shortcuts";
  /** By key or from the menu: a form that is open is not left for it. */
  const ask = useCallback<RunCommand>(
    (id) => {
      if (BESIDE.has(id)) return run(id);
      if (!holdsNothing) return whenFree(() => void run(id));
      setDialog(null);
      return run(id);
    },
    [run, whenFree, holdsNothing],
  );
  const own = settings.shortcuts ?? NO_KEYS;
  useCommandKeys(ask, own);
  useWindowKeys(openCard, commands.deleteContacts);
  useEffect(
    () =>
      bridge.on("menu/command", ({ command }) => {
        if (ask(command) !== false) return;
        // The menu takes no focus: where one types, it is the text's own.
        if (command === "undo" || command === "redo")
          document.execCommand(command);
      }),
    [ask],
  );
  useUndo();
  useIdleErasing();
  useNewsHint({
    version: info.version,
    told: settings.toldVersion,
    onTold: (toldVersion) => void change({ toldVersion }),
    onShow: () => void run("news"),
  });
  useLinks(whenFree, commands.openTask, commands.logVisit);
  useReminders(settings.taskReminders !== false);
  const held = useFileDrop(whenFree);
  const place: DialogPlace = {
    close: useCallback(() => setDialog(null), []),
    openContact: commands.openContact,
    openCard,
    asOf: lastSuccess,
    offline: AWAY.has(syncKind),
  };
  const listed = useMemo(
    () => namedCommands({ t, own, run, has: () => openCard !== "" }),
    [t, own, run, openCard],
  );
  const doors = usePaletteDoors(commands, listed);
  const sought = useRef("");
  return (
    <CommandsContext value={commands}>
      {children}
      {held && <DropHint what={held} />}
      <UndoProgress />
      <ContextMenu commands={commands} own={own} />
      {dialog?.kind === "palette" ? (
        <Palette
          {...doors}
          text={sought.current}
          onText={(text) => {
            sought.current = text;
          }}
          onClose={place.close}
        />
      ) : dialog?.kind === "shortcuts" ? (
        <ShortcutSheet
          own={own}
          onChange={(shortcuts) => void change({ shortcuts })}
          onClose={place.close}
        />
      ) : (
        dialog && drawDialog(dialog, place)
      )}
      {windows.opened.map((of) => (
        <SideWindow
          key={of.contactId}
          {...{ of, commands, place, own, settings }}
          run={ask}
          onCompare={(ids) =>
            void navigate({ to: "/duplicates/compare", search: { ids } })
          }
        />
      ))}
      {list && <CodeListDialog kind={list} onClose={() => setList(null)} />}
    </CommandsContext>
  );
}
