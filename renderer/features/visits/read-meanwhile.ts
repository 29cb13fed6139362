import {
  meanwhile,
  type Meanwhile,
  type Named,
} from "../../../shared/domain/draft-meanwhile.ts";
import type { TypedVisit } from "../../../shared/domain/typed-visit.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Store } from "../../local-store/store.ts";

/** A merge of merged ones ends somewhere; a circle would not. */
const MERGES = 20;

/** What has happened to those whom a visit names, kept or in an open form. */
export async function readMeanwhile(
  store: Pick<Store, "get">,
  names: Pick<TypedVisit, "contactId" | "attendees" | "opportunityId">,
): Promise<readonly Meanwhile[]> {
  const { contactId, attendees, opportunityId } = names;
  const [contact, opportunity, ...met] = await Promise.all([
    contactId === "" ? null : namedAs(store, contactId),
    opportunityId ? store.get("opportunities", opportunityId) : undefined,
    ...attendees.map((id) => namedAs(store, id)),
  ]);
  return meanwhile({ contact, met, opportunity });
}

async function namedAs(store: Pick<Store, "get">, id: string): Promise<Named> {
  const before = await store.get("contacts", id);
  let now: Contact | null = before;
  for (let i = 0; i < MERGES && now?.mergedInto !== undefined; i++)
    now = await store.get("contacts", now.mergedInto);
  return { id, before, now };
}
