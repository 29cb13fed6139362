import type { EditFacts } from "../../../shared/domain/edit-contact.ts";
import type { InheritFlags } from "../../../shared/domain/inheritance.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { ContactList, Store } from "../../local-store/store.ts";

/** What an edit of a contact needs to know: the people who inherit from it, too (INH-5). */
export async function factsOf(
  {
    store,
    list,
  }: {
    readonly store: Pick<Store, "getMany">;
    readonly list: Pick<ContactList, "peopleOf">;
  },
  contact: Contact,
  flags: InheritFlags,
): Promise<EditFacts> {
  if (contact.type !== "company") return { contact, people: [], flags };
  const rows = await list.peopleOf(contact.id);
  const people = await store.getMany(
    "contacts",
    rows.map(({ id }) => id),
  );
  return { contact, people: [...people.values()], flags };
}
