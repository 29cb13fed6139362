import {
  Outlet,
  useNavigate,
  useParams,
  useSearch,
} from "@tanstack/react-router";
import DeleteOutlineRounded from "@mui/icons-material/DeleteOutlineRounded";
import Button from "@mui/material/Button";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { NewContactMenu } from "../features/contacts/new-contact-menu.tsx";
import { useAskCard } from "../features/contacts/use-ask-card.ts";
import { MOST_COMPARED } from "../features/duplicates/compare-data.ts";
import type { ListAddress } from "../features/list/list-address.ts";
import {
  ListPane,
  type OpenedRow,
  type OpenHow,
} from "../features/list/list-pane.tsx";
import { useAskTimeline } from "../features/visits/use-ask-timeline.ts";
import { useCommands } from "../ui/commands.ts";
import { onFindRequested } from "../ui/find-request.ts";
import { readContactsSearch } from "./contacts-search.ts";

/** The list as a table; with a card open, narrow on the left of it. */
export function ContactsPage() {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const commands = useCommands();
  const address = useSearch({ from: "/contacts" });
  const { id = null } = useParams({ strict: false });
  const askCard = useAskCard();
  const askTimeline = useAskTimeline();
  const filterField = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      onFindRequested(() => {
        filterField.current?.focus();
        filterField.current?.select();
      }),
    [],
  );

  function ask(next: ListAddress, typed: boolean): void {
    void navigate({
      to: id === null ? "/contacts" : "/contacts/$id",
      params: { id: id ?? "" },
      search: readContactsSearch({ ...next }),
      replace: typed,
    });
  }

  function open(row: OpenedRow, how: OpenHow): void {
    // What the card reads and what the window does to show it go on at once.
    void askCard(row).then((contact) => contact && askTimeline(contact));
    void navigate({
      to: "/contacts/$id",
      params: { id: row.id },
      search: address,
      // Back goes to the table, and not through every card that the arrows passed.
      replace: id !== null,
    }).then(() => {
      if (how === "card") document.getElementById("card")?.focus();
      else document.getElementById("contact-grid")?.focus();
    });
  }

  function table(): void {
    void navigate({ to: "/contacts", search: address }).then(() =>
      document.getElementById("contact-grid")?.focus(),
    );
  }

  return (
    <>
      <ListPane
        address={address}
        openId={id}
        filterField={filterField}
        newMenu={<NewContactMenu />}
        moreViews={
          <Button
            color="inherit"
            startIcon={<DeleteOutlineRounded />}
            onClick={commands.openTrash}
            sx={{ mt: 2, px: 1 }}
          >
            {t("trash.title")}
          </Button>
        }
        onAddress={ask}
        onOpen={open}
        onTable={table}
        compare={{
          most: MOST_COMPARED,
          open: (ids) =>
            void navigate({ to: "/duplicates/compare", search: { ids } }),
        }}
      />
      <Outlet />
    </>
  );
}
