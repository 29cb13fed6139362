import { useParams, useRouterState, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { readContactsSearch } from "../pages/contacts-search.ts";

/** Where one was among the contacts: filter and open card, as `Link` and `navigate` take it. */
export function useLastContacts() {
  const here = useRouterState({
    select: ({ location }) => location.pathname.startsWith("/contacts"),
  });
  const { id } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const last = useRef<ContactsAddress>(addressOf(undefined, {}));
  if (here) last.current = addressOf(id, search);
  return last;
}

export type ContactsAddress = ReturnType<typeof addressOf>;

function addressOf(id: string | undefined, found: Record<string, unknown>) {
  const search = readContactsSearch(found);
  return id === undefined
    ? ({ to: "/contacts", params: {}, search } as const)
    : ({ to: "/contacts/$id", params: { id }, search } as const);
}
