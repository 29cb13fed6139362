import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ContactFilter } from "../../shared/domain/contact-filter.ts";
import { shippedViews } from "../../shared/domain/list-view.ts";
import type { PaletteDoors } from "../features/palette/use-palette.ts";
import { useSyncControls } from "../features/sync/sync-context.ts";
import { useCodes } from "../local-store/use-codes.ts";
import type { Commands } from "../ui/commands.ts";
import { useSession } from "../ui/session.ts";
import { requestUndo } from "../ui/undo-request.ts";

/** Where the box leads: every command with its key, every view, every business relation, and the cards. */
export function usePaletteDoors(commands: Commands): PaletteDoors {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sync = useSyncControls();
  const codes = useCodes();
  const { language } = useSession();
  const relations = useMemo(
    () =>
      codes.of("businessRelation").map(({ code }) => ({
        code,
        text: codes.text("businessRelation", code, language),
      })),
    [codes, language],
  );
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
      openList: (kind, text) =>
        void navigate({ to: "/contacts", search: { view: kind, text } }),
      views: [
        ...shippedViews.map((id) => ({
          id: `view-${id}`,
          text: t(`view.${id}`),
          run: () =>
            void navigate({
              to: "/contacts",
              search: id === "all" ? {} : { view: id },
            }),
        })),
        ...relations.map(({ code, text }) => ({
          id: `relation-${code}`,
          text: t("list.codeIs", { column: t("column.relation"), what: text }),
          run: () =>
            void navigate({
              to: "/contacts",
              search: { filter: withRelation(code) },
            }),
        })),
      ],
      commands: [
        command("logVisit", () => commands.logVisit(), "V"),
        command("newCompany", () => commands.newCompany(), "C"),
        command("newPerson", () => commands.newPerson()),
        command("newIndependent", () => commands.newIndependent()),
        command("find", () => commands.find(), "/"),
        command("syncNow", () => sync.syncNow(), "F5"),
        command("undo", () => void requestUndo(), t("key.undo")),
        command("today", () => void navigate({ to: "/today" })),
        command("contacts", () => void navigate({ to: "/contacts" })),
        command("import", () => void navigate({ to: "/import" })),
        command("sync", () => void navigate({ to: "/sync" })),
        command("settings", () => void navigate({ to: "/settings" })),
      ],
    };
  }, [commands, navigate, relations, sync, t]);
}

function withRelation(code: string): ContactFilter {
  return { all: [{ column: "relation", op: "is", values: [code] }] };
}

function wordOf<
  K extends
    | "logVisit"
    | "newCompany"
    | "newPerson"
    | "newIndependent"
    | "find"
    | "syncNow"
    | "undo"
    | "today"
    | "contacts"
    | "import"
    | "sync"
    | "settings",
>(id: K) {
  return `palette.cmd.${id}` as const;
}
