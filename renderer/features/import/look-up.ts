import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import type { ContactList, Store } from "../../local-store/store.ts";
import type { ToImport } from "./messages.ts";

/** What is here already of some cards, as the worker asks for it; people only where their company may change them. */
export async function lookUp(
  {
    store,
    list,
  }: {
    readonly store: Pick<Store, "getMany">;
    readonly list: Pick<ContactList, "known" | "peopleOf">;
  },
  lookups: Lookups,
  known: KnownMode | undefined,
): Promise<Omit<Extract<ToImport, { kind: "found" }>, "kind" | "n">> {
  const ids = await list.known(lookups);
  const contacts = [...(await store.getMany("contacts", ids)).values()];
  const companies = contacts.filter(({ type }) => type === "company");
  const people =
    known === "leave" || lookups.withPeople === false
      ? []
      : await Promise.all(companies.map(({ id }) => list.peopleOf(id)));
  const asked = lookups.visits ?? [];
  const visits =
    asked.length === 0
      ? []
      : (await store.getMany("interactions", asked)).keys();
  return { contacts, people: people.flat(), visits: [...visits] };
}
