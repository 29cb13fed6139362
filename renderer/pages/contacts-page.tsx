import {
  Outlet,
  useNavigate,
  useParams,
  useSearch,
} from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import {
  ContactListPane,
  type ContactsView,
} from "../features/contacts/contact-list-pane.tsx";
import { NewContactMenu } from "../features/contacts/new-contact-menu.tsx";
import { useCommands } from "../ui/commands.ts";
import { onFindRequested } from "../ui/find-request.ts";
import { readContactsSearch } from "./contacts-search.ts";

/** List on the left, the chosen card on the right. */
export function ContactsPage() {
  const navigate = useNavigate();
  const commands = useCommands();
  const search = useSearch({ from: "/contacts" });
  const { id = null } = useParams({ strict: false });
  const filterField = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      onFindRequested(() => {
        filterField.current?.focus();
        filterField.current?.select();
      }),
    [],
  );

  function show(view: ContactsView): void {
    void navigate({
      to: id === null ? "/contacts" : "/contacts/$id",
      params: { id: id ?? "" },
      search: readContactsSearch(view),
      replace: true,
    });
  }

  function open(contactId: string): void {
    void navigate({
      to: "/contacts/$id",
      params: { id: contactId },
      search,
      replace: true,
    });
  }

  return (
    <>
      <ContactListPane
        view={{ text: search.text ?? "", kind: search.kind ?? "all" }}
        openId={id}
        filterField={filterField}
        newMenu={<NewContactMenu />}
        onView={show}
        onSelect={(row) => open(row.id)}
        onOpen={(row) => {
          open(row.id);
          document.getElementById("card")?.focus();
        }}
        onNew={() => commands.newCompany()}
      />
      <Outlet />
    </>
  );
}
