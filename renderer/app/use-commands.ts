import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, type RefObject } from "react";
import { isoWeek, weekName } from "../../shared/domain/week/iso-week.ts";
import { CodeKind } from "../../shared/entities/code.ts";
import type { CreateKind } from "../features/contacts/create-form.ts";
import { useDeleteContacts } from "../features/trash/use-delete-contacts.ts";
import { useReached } from "../features/visits/use-reached.ts";
import type { Commands } from "../ui/commands.ts";
import { requestFind } from "../ui/find-request.ts";
import type { OpenDialog } from "./dialogs.tsx";
import type { useLastContacts } from "./use-last-contacts.ts";

export type Shown =
  OpenDialog | { readonly kind: "palette" } | { readonly kind: "shortcuts" };

/** What keys, menus and buttons ask for, on the pages and the dialogs of this window. */
export function useCommandsHere(deps: {
  readonly openCard: string;
  readonly lastContacts: ReturnType<typeof useLastContacts>;
  readonly lock: () => void;
  readonly show: (dialog: Shown) => void;
  readonly showList: (kind: CodeKind | null) => void;
  /** A brief is about one contact. */
  readonly noCard: () => void;
  readonly openWindow: (contactId: string) => void;
}): Commands {
  const { openCard, lastContacts, lock, show, showList, noCard } = deps;
  const { openWindow } = deps;
  const navigate = useNavigate();
  const router = useRouter();
  const reached = useReached();
  const latestDelete = useLatest(useDeleteContacts());
  return useMemo<Commands>(() => {
    const create = (what: CreateKind, companyId: string | null, name = "") =>
      show({ kind: "create", what, companyId, name });
    return {
      openContact: (id) =>
        void navigate({ to: "/contacts/$id", params: { id } }),
      openWindow: (id = openCard) => (id === "" ? noCard() : openWindow(id)),
      reached,
      logCall: (contactId, startedAt, minutes) =>
        show({ kind: "visit", contactId, call: { startedAt, minutes } }),
      writeUp: (sentence) => show({ kind: "visit", contactId: "", sentence }),
      logVisit: (contactId, about) =>
        show({ kind: "visit", contactId: contactId ?? openCard, about }),
      newTask: (contactId, from) =>
        show({
          ...{ kind: "task", taskId: null, from },
          contactId: contactId ?? openCard,
        }),
      openTask: (taskId) =>
        show({ kind: "task", taskId, contactId: "", from: undefined }),
      brief: (contactId = openCard) =>
        contactId === "" ? noCard() : show({ kind: "brief", contactId }),
      newOpportunity: (contactId = "", from) =>
        show({ kind: "new-opportunity", contactId, from }),
      openOpportunity: (id, move) =>
        show({ kind: "opportunity", id, to: move?.to }),
      newCompany: (name) => create("company", null, name),
      newPerson: (companyId, name) => create("person", companyId ?? null, name),
      newIndependent: (name) => create("independent", null, name),
      find() {
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
      palette: () => show({ kind: "palette" }),
      openWeek: (day) =>
        void navigate({
          to: "/week",
          search: { week: weekName(isoWeek(day)) },
        }),
      openSync: () => void navigate({ to: "/sync" }),
      openAccounts: () => void navigate({ to: "/accounts" }),
      writeLetter: (ids) => show({ kind: "letter", ids }),
      openBackup: () => void navigate({ to: "/backup" }),
      openHistory: (target) => show({ kind: "history", target }),
      editList: (kind) => showList(CodeKind.safeParse(kind).data ?? null),
      deleteContacts(ids) {
        void latestDelete.current(ids).then((deleted) => {
          // The card that was open is gone.
          if (deleted > 0 && ids.includes(openCard))
            void navigate({ to: "/contacts", search: (old) => old });
        });
      },
      openTrash: () => void navigate({ to: "/trash" }),
      exportSubject: (contactId) => show({ kind: "subject", contactId }),
      eraseContact: (contactId) => show({ kind: "erase", contactId }),
      connect: () => void navigate({ to: "/connect" }),
      lock,
      shortcuts: () => show({ kind: "shortcuts" }),
    };
  }, [
    navigate,
    router,
    openCard,
    lastContacts,
    latestDelete,
    lock,
    reached,
    show,
    showList,
    noCard,
    openWindow,
  ]);
}

/** The newest of a function that is made anew at each drawing. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
