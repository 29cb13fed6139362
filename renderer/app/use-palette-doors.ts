import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { commandFacts } from "../../shared/commands/commands.ts";
import type { ContactFilter } from "../../shared/domain/contact-filter.ts";
import { shippedViews } from "../../shared/domain/list-view.ts";
import type { PaletteDoors } from "../features/palette/use-palette.ts";
import type { Commands } from "../ui/commands.ts";
import { focusRows } from "../ui/focus-rows.ts";
import { useSession } from "../ui/session.ts";
import type { NamedCommand } from "./commands/named-commands.ts";

/** Where the box leads: every command with its key, every view, and the cards. */
export function usePaletteDoors(
  commands: Commands,
  named: readonly NamedCommand[],
): PaletteDoors {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { alone } = useSession();
  return useMemo(
    () => ({
      openContact: commands.openContact,
      writeUp: commands.writeUp,
      openList: (kind, text) =>
        void navigate({ to: "/contacts", search: { view: kind, text } }).then(
          () => focusRows(),
        ),
      openRelation: (code) => {
        const filter: ContactFilter = {
          all: [{ column: "relation", op: "is", values: [code] }],
        };
        void navigate({ to: "/contacts", search: { filter } }).then(() =>
          focusRows(),
        );
      },
      views: shippedViews
        .filter((id) => !alone || id !== "changedHere")
        .map((id) => ({
          id: `view-${id}`,
          text: t(`view.${id}`),
          run: () =>
            void navigate({
              to: "/contacts",
              search: id === "all" ? {} : { view: id },
            }).then(() => focusRows()),
        })),
      commands: named.filter(({ id }) => commandFacts[id].unlisted !== true),
    }),
    [commands, named, navigate, alone, t],
  );
}
