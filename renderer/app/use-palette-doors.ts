import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { commandFacts } from "../../shared/commands/commands.ts";
import type { ContactFilter } from "../../shared/domain/contact-filter.ts";
import { shippedViews } from "../../shared/domain/list-view.ts";
import type { PaletteDoors } from "../features/palette/use-palette.ts";
import type { Commands } from "../ui/commands.ts";
import type { NamedCommand } from "./commands/named-commands.ts";

/** Where the box leads: every command with its key, every view, and the cards. */
export function usePaletteDoors(
  commands: Commands,
  named: readonly NamedCommand[],
): PaletteDoors {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(
    () => ({
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
      commands: named.filter(({ id }) => commandFacts[id].unlisted !== true),
    }),
    [commands, named, navigate, t],
  );
}
