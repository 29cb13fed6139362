import { useNavigate, useRouter, useParams } from "@tanstack/react-router";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from "react";
import { useTranslation } from "react-i18next";
import { BriefDialog } from "../features/brief/brief-dialog.tsx";
import { InlineCreate } from "../features/contacts/inline-create.tsx";
import { CreateDialog } from "../features/contacts/create-dialog.tsx";
import type { CreateKind } from "../features/contacts/create-form.ts";
import { TypedDoubles } from "../features/duplicates/typed-doubles.tsx";
import { CodeListDialog } from "../features/setup/code-list-dialog.tsx";
import { EraseDialog } from "../features/erasure/erase-dialog.tsx";
import { LetterDialog } from "../features/letters/letter-dialog.tsx";
import { useIdleErasing } from "../features/erasure/use-idle-erasing.ts";
import { HistorySheet } from "../features/sync/history-sheet.tsx";
import { NewOpportunityDialog } from "../features/opportunities/new-opportunity-dialog.tsx";
import { OpportunitySheet } from "../features/opportunities/opportunity-sheet.tsx";
import { Palette } from "../features/palette/palette.tsx";
import { readBought } from "../features/purchases/read-bought.ts";
import { ShortcutSheet } from "../features/shortcuts/shortcut-sheet.tsx";
import { SubjectDialog } from "../features/subject/subject-dialog.tsx";
import {
  useSyncControls,
  useSyncStatus,
} from "../features/sync/sync-context.ts";
import { useSettings } from "../features/settings/settings-context.ts";
import { useReminders } from "../features/tasks/use-reminders.ts";
import { TaskDialog } from "../features/tasks/task-dialog.tsx";
import { useReached } from "../features/visits/use-reached.ts";
import type { NewContactForm } from "../features/visits/new-contact.ts";
import { VisitSheet } from "../features/visits/visit-sheet.tsx";
import { isoWeek, weekName } from "../../shared/domain/week/iso-week.ts";
import { CodeKind } from "../../shared/entities/code.ts";
import { bridge } from "../platform/bridge.ts";
import {
  CommandsContext,
  type Commands,
  type HistoryTarget,
  type VisitAbout,
  type WorkFrom,
} from "../ui/commands.ts";
import { useNotify } from "../ui/notices.tsx";
import { requestFind } from "../ui/find-request.ts";
import { requestRedo, requestUndo } from "../ui/undo-request.ts";
import { isElsewhere, isTyping, useHotkeys } from "../ui/use-hotkeys.ts";
import { useLastContacts } from "./use-last-contacts.ts";
import { DropHint } from "./drop-hint.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useLock } from "./use-lock.ts";
import { useLinks } from "./use-links.ts";
import { useDeleteContacts } from "../features/trash/use-delete-contacts.ts";
import { usePaletteDoors } from "./use-palette-doors.ts";
import { UndoProgress } from "../features/undo/undo-progress.tsx";
import { useOwnKeys } from "./use-own-keys.ts";
import { useUndo } from "../features/undo/use-undo.ts";
import { useWhenFree } from "./use-when-free.ts";

type OpenDialog =
  | { readonly kind: "history"; readonly target: HistoryTarget }
  | {
      readonly kind: "visit";
      readonly contactId: string;
      readonly call?: { readonly startedAt: number; readonly minutes: number };
      readonly sentence?: string;
      readonly about?: VisitAbout | undefined;
    }
  | {
      readonly kind: "task";
      readonly taskId: string | null;
      readonly contactId: string;
      readonly from: WorkFrom | undefined;
    }
  | {
      readonly kind: "new-opportunity";
      readonly contactId: string;
      readonly from: WorkFrom | undefined;
    }
  | {
      readonly kind: "opportunity";
      readonly id: string;
      readonly to: number | undefined;
    }
  | { readonly kind: "subject"; readonly contactId: string }
  | { readonly kind: "brief"; readonly contactId: string }
  | { readonly kind: "erase"; readonly contactId: string }
  | { readonly kind: "letter"; readonly ids: readonly string[] }
  | { readonly kind: "palette" }
  | { readonly kind: "shortcuts" }
  | {
      readonly kind: "create";
      readonly what: CreateKind;
      readonly companyId: string | null;
      readonly name: string;
    };

/** Kinds of the sync's status in which nobody would answer. */
const AWAY = new Set(["offline", "paused", "signed-out", "not-connected"]);
const NO_KEYS: Readonly<Record<string, string>> = {};

/** Runs what keys, menus and buttons ask for, and shows the dialogs that belong to no page. */
export function CommandHost({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const router = useRouter();
  const sync = useSyncControls();
  const { lastSuccess, kind: syncKind } = useSyncStatus();
  const reached = useReached();
  const { id: openCard = "" } = useParams({ strict: false });
  const lastContacts = useLastContacts();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  // Over whatever else is open: one comes back to it.
  const [list, setList] = useState<CodeKind | null>(null);
  const latestDelete = useLatest(useDeleteContacts());
  const { settings, change, vault } = useSettings();
  const lock = useLock(settings.lockAfterMinutes, vault.lock);
  const commands = useMemo<Commands>(() => {
    const create = (what: CreateKind, companyId: string | null, name = "") =>
      setDialog({ kind: "create", what, companyId, name });
    return {
      openContact: (id) =>
        void navigate({ to: "/contacts/$id", params: { id } }),
      reached,
      logCall: (contactId, startedAt, minutes) =>
        setDialog({ kind: "visit", contactId, call: { startedAt, minutes } }),
      writeUp: (sentence) =>
        setDialog({ kind: "visit", contactId: "", sentence }),
      logVisit: (contactId, about) =>
        setDialog({ kind: "visit", contactId: contactId ?? openCard, about }),
      newTask: (contactId, from) =>
        setDialog({
          ...{ kind: "task", taskId: null, from },
          contactId: contactId ?? openCard,
        }),
      openTask: (taskId) =>
        setDialog({ kind: "task", taskId, contactId: "", from: undefined }),
      brief: (contactId = openCard) =>
        contactId === ""
          ? notify({ text: t("brief.openCard") })
          : setDialog({ kind: "brief", contactId }),
      newOpportunity: (contactId, from) =>
        setDialog({ kind: "new-opportunity", contactId, from }),
      openOpportunity: (id, move) =>
        setDialog({ kind: "opportunity", id, to: move?.to }),
      newCompany: (name) => create("company", null, name),
      newPerson: (companyId, name) => create("person", companyId ?? null, name),
      newIndependent: (name) => create("independent", null, name),
      find: () => {
        // With the list in sight its filter and the open card stay as they are.
        if (!router.state.location.pathname.startsWith("/contacts"))
          void navigate(lastContacts.current);
        requestFind();
      },
      search: (text) =>
        void navigate({
          to: openCard === "" ? "/contacts" : "/contacts/$id",
          params: { id: openCard },
          search: { text },
        }),
      palette: () => setDialog({ kind: "palette" }),
      openWeek: (day) =>
        void navigate({
          to: "/week",
          search: { week: weekName(isoWeek(day)) },
        }),
      openSync: () => void navigate({ to: "/sync" }),
      openAccounts: () => void navigate({ to: "/accounts" }),
      writeLetter: (ids) => setDialog({ kind: "letter", ids }),
      openBackup: () => void navigate({ to: "/backup" }),
      openHistory: (target) => setDialog({ kind: "history", target }),
      editList(kind) {
        setList(CodeKind.safeParse(kind).data ?? null);
      },
      deleteContacts(ids) {
        void latestDelete.current(ids).then((deleted) => {
          // The card that was open is gone.
          if (deleted > 0 && ids.includes(openCard))
            void navigate({ to: "/contacts", search: (old) => old });
        });
      },
      openTrash: () => void navigate({ to: "/trash" }),
      exportSubject: (contactId) => setDialog({ kind: "subject", contactId }),
      eraseContact: (contactId) => setDialog({ kind: "erase", contactId }),
      connect: () => void navigate({ to: "/connect" }),
      lock,
      shortcuts: () => setDialog({ kind: "shortcuts" }),
    };
  }, [
    navigate,
    router,
    openCard,
    lastContacts,
    latestDelete,
    lock,
    notify,
    t,
    reached,
  ]);
  useHotkeys({
    c: () => commands.newCompany(),
    v: () => commands.logVisit(),
    t: () => commands.newTask(),
    b: () => commands.brief(),
    "/": () => commands.find(),
    "mod+f": () => commands.find(),
    "mod+k": () => commands.palette(),
    "mod+z": () => requestUndo(),
    "mod+shift+z": () => requestRedo(),
    "mod+y": () => requestRedo(),
    "mod+shift+w": () => void navigate({ to: "/week" }),
    Delete: (event) => {
      const onCard = document.getElementById("card");
      // In a text the key is the text's, and in the list the list's own.
      if (openCard === "" || isTyping(event.target) || isElsewhere())
        return false;
      if (!onCard?.contains(document.activeElement)) return false;
      return commands.deleteContacts([openCard]);
    },
    "?": () => commands.shortcuts(),
    F1: () => commands.shortcuts(),
    F5: () => sync.syncNow(),
    F6: () => focusNextRegion(),
  });
  useEffect(
    () =>
      bridge.on("menu/command", ({ command }) => {
        switch (command) {
          case "new-company":
            return commands.newCompany();
          case "new-person":
            return commands.newPerson();
          case "log-visit":
            return commands.logVisit();
          case "sync-now":
            return sync.syncNow();
          case "undo":
            // The menu takes no focus: where one types, it is the text's own.
            if (!requestUndo()) document.execCommand("undo");
            return;
          case "redo":
            if (!requestRedo()) document.execCommand("redo");
            return;
          case "find":
            return commands.find();
          case "palette":
            return commands.palette();
          case "lock":
            return commands.lock();
          case "shortcuts":
            return commands.shortcuts();
          case "settings":
            return void navigate({ to: "/settings" });
          case "go-today":
            return void navigate({ to: "/today" });
          case "go-contacts":
            return void navigate(lastContacts.current);
          case "go-week":
            return void navigate({ to: "/week" });
          case "go-duplicates":
            return void navigate({ to: "/duplicates" });
          case "go-tasks":
            return void navigate({ to: "/tasks" });
          case "go-opportunities":
            return void navigate({ to: "/opportunities" });
          case "go-import":
          case "import":
            return void navigate({ to: "/import" });
          case "go-sync":
            return commands.openSync();
        }
      }),
    [commands, sync, navigate, lastContacts],
  );
  useUndo();
  useIdleErasing();
  const whenFree = useWhenFree();
  useLinks(whenFree, commands.openTask);
  useReminders(settings.taskReminders !== false);
  const held = useFileDrop(whenFree);
  const close = useCallback(() => setDialog(null), []);
  const doors = usePaletteDoors(commands);
  const ownKeys = settings.shortcuts ?? NO_KEYS;
  useOwnKeys(doors.commands, ownKeys);
  const sought = useRef("");
  return (
    <CommandsContext value={commands}>
      {children}
      {held && <DropHint what={held} />}
      <UndoProgress />
      {dialog?.kind === "palette" && (
        <Palette
          {...doors}
          text={sought.current}
          onText={(text) => {
            sought.current = text;
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "shortcuts" && (
        <ShortcutSheet
          commands={doors.commands}
          own={ownKeys}
          onChange={(shortcuts) => void change({ shortcuts })}
          onClose={close}
        />
      )}
      {dialog?.kind === "visit" && (
        <VisitSheet
          contactId={dialog.contactId}
          {...(dialog.call ? { call: dialog.call } : {})}
          sentence={dialog.sentence}
          about={dialog.about}
          newContact={newContact}
          onClose={close}
        />
      )}
      {dialog?.kind === "task" && (
        <TaskDialog
          key={dialog.taskId ?? "new"}
          taskId={dialog.taskId}
          contactId={dialog.contactId}
          from={dialog.from}
          onClose={close}
        />
      )}
      {dialog?.kind === "new-opportunity" && (
        <NewOpportunityDialog
          contactId={dialog.contactId}
          interactionId={dialog.from?.interactionId}
          onClose={close}
        />
      )}
      {dialog?.kind === "opportunity" && (
        <OpportunitySheet id={dialog.id} to={dialog.to} onClose={close} />
      )}
      {dialog?.kind === "brief" && (
        <BriefDialog
          contactId={dialog.contactId}
          readBought={readBought}
          onClose={close}
        />
      )}
      {dialog?.kind === "subject" && (
        <SubjectDialog
          contactId={dialog.contactId}
          asOf={lastSuccess}
          onClose={close}
        />
      )}
      {dialog?.kind === "erase" && (
        <EraseDialog
          contactId={dialog.contactId}
          offline={AWAY.has(syncKind)}
          onClose={close}
        />
      )}
      {dialog?.kind === "letter" && (
        <LetterDialog ids={dialog.ids} onClose={close} />
      )}
      {dialog?.kind === "history" && (
        <HistorySheet target={dialog.target} onClose={close} />
      )}
      {dialog?.kind === "create" && (
        <CreateDialog
          kind={dialog.what}
          companyId={dialog.companyId}
          openCard={openCard === "" ? null : openCard}
          name={dialog.name}
          onClose={close}
          onOther={(id) => {
            close();
            commands.openContact(id);
          }}
          doubles={(typed) => <TypedDoubles {...typed} />}
          onCreated={(contact) => {
            close();
            commands.openContact(contact.id);
          }}
        />
      )}
      {list && <CodeListDialog kind={list} onClose={() => setList(null)} />}
    </CommandsContext>
  );
}

/** Somebody met who is not here yet, made in the sheet of the visit, with who they may be. */
const newContact: NewContactForm = ({ name, onHere, onClose }) => (
  <InlineCreate
    name={name}
    onCreated={({ id }) => onHere(id)}
    onUse={onHere}
    onClose={onClose}
    doubles={(typed) => <TypedDoubles {...typed} />}
  />
);

/** The newest of a function that is made anew at each drawing. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** F6 goes round: navigation, list, card or page. */
function focusNextRegion(): void {
  const regions = [
    document.querySelector<HTMLElement>("nav a[aria-current]"),
    document.getElementById("contact-grid"),
    document.getElementById("card") ?? document.getElementById("main"),
  ].filter((region) => region !== null);
  const here = regions.findLastIndex((region) =>
    region.contains(document.activeElement),
  );
  regions[(here + 1) % regions.length]?.focus();
}
