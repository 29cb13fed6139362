import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ContactFilter } from "../../shared/domain/contact-filter.ts";
import { shippedViews } from "../../shared/domain/list-view.ts";
import type { PaletteDoors } from "../features/palette/use-palette.ts";
import { useSyncControls } from "../features/sync/sync-context.ts";
import type { Commands } from "../ui/commands.ts";
import { requestUndo } from "../ui/undo-request.ts";

/** Where the box leads: every command with its key, every view, and the cards. */
export function usePaletteDoors(commands: Commands): PaletteDoors {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sync = useSyncControls();
  return useMemo(() => {
    const command = (
      id: Parameters<typeof wordOf>[0],
      run: () => void,
      shortcut?: string,
    ) => ({
      id,
      text: t(wordOf(id)),
      ...(shortcut === undefined ? {} : { shortcut }),
      run,
    });
    return {
      openContact: commands.openContact,
      writeUp: commands.writeUp,
      openList: (kind, text) =>
        void navigate({ to: "/contacts", search: { view: kind, text } }),
      openRelation: (code) => {
        const filter: ContactFilter = {
          all: [{ column: "relation", op: "is", values: [code] }],
        };
        void navigate({ to: "/contacts", search: { filter } });
      },
      views: shippedViews.map((id) => ({
        id: `view-${id}`,
        text: t(`view.${id}`),
        run: () =>
          void navigate({
            to: "/contacts",
            search: id === "all" ? {} : { view: id },
          }),
      })),
      commands: [
        command("logVisit", () => commands.logVisit(), "V"),
        command("newTask", () => commands.newTask(), "T"),
        command("brief", () => commands.brief(), "B"),
        command("newCompany", () => commands.newCompany(), "C"),
        command("newPerson", () => commands.newPerson()),
        command("newIndependent", () => commands.newIndependent()),
        command("find", () => commands.find(), "/"),
        command("syncNow", () => sync.syncNow(), "F5"),
        command("undo", () => void requestUndo(), t("key.undo")),
        command("today", () => void navigate({ to: "/today" })),
        command("contacts", () => void navigate({ to: "/contacts" })),
        command("week", () => void navigate({ to: "/week" }), t("key.week")),
        command("duplicates", () => void navigate({ to: "/duplicates" })),
        command("tasks", () => void navigate({ to: "/tasks" })),
        command("opportunities", () => void navigate({ to: "/opportunities" })),
        command("import", () => void navigate({ to: "/import" })),
        command("sync", () => void navigate({ to: "/sync" })),
        command("settings", () => void navigate({ to: "/settings" })),
        command("backup", () => commands.openBackup()),
        command("lock", () => commands.lock(), t("key.lock")),
        command("shortcuts", () => commands.shortcuts(), "?"),
      ],
    };
  }, [commands, navigate, sync, t]);
}

function wordOf<
  K extends
    | "logVisit"
    | "newTask"
    | "brief"
    | "tasks"
    | "opportunities"
    | "newCompany"
    | "newPerson"
    | "newIndependent"
    | "find"
    | "syncNow"
    | "undo"
    | "today"
    | "contacts"
    | "week"
    | "duplicates"
    | "import"
    | "sync"
    | "settings"
    | "backup"
    | "lock"
    | "shortcuts",
>(id: K) {
  return `palette.cmd.${id}` as const;
}
