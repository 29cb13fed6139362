import { linksOf } from "../../shared/domain/employer.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Documents } from "../../shared/entities/registry.ts";
import type { Store } from "./store.ts";

type Recorded = "interactions" | "tasks" | "opportunities";

/**
 * What was recorded with a contact; for a company also what stays with it of people who have left (TYP-9).
 *
 * @param most documents of each contact at most
 */
export async function recordedWith<C extends Recorded>(
  store: Store,
  c: C,
  contact: Contact,
  most: number,
): Promise<readonly Documents[C][]> {
  const own = await store.byContact(c, contact.id, most);
  if (contact.type !== "company") return own;
  const former = await Promise.all(
    linksOf(contact, "formerPerson").map(([, link]) =>
      store.byContact(c, link.contactId, most),
    ),
  );
  const stays = former
    .flat()
    .filter(({ companyId }) => companyId === contact.id);
  return [...own, ...stays];
}
