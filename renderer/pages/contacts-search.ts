import type { ContactsView } from "../features/contacts/contact-list-pane.tsx";

const kinds = ["all", "companies", "persons", "independent"] as const;

/** The list's filter, read from the address; what is unreadable there is the plain list. */
export function readContactsSearch(search: Record<string, unknown>): {
  text?: string;
  kind?: ContactsView["kind"];
} {
  const { text } = search;
  const kind = kinds.find((one) => one === search["kind"]);
  return {
    ...(typeof text === "string" && text !== "" ? { text } : {}),
    ...(kind && kind !== "all" ? { kind } : {}),
  };
}
