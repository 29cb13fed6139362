import { usualMinutes } from "../../../shared/domain/usual-minutes.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Store } from "../../local-store/store.ts";
import type { KnownContact } from "./week-line.ts";

const LOOKED_AT = 50;

/** Names, and for those that a visit is being typed with what it starts with; what is known already is not read again. */
export async function readContacts(
  store: Store,
  ids: readonly string[],
  typed: ReadonlySet<string>,
  before: ReadonlyMap<string, KnownContact>,
): Promise<ReadonlyMap<string, KnownContact>> {
  const found = await store.getMany("contacts", ids);
  const known = new Map<string, KnownContact>();
  await Promise.all(
    [...found].map(async ([id, contact]) => {
      const old = before.get(id);
      const presets =
        old?.presets ??
        (typed.has(id) ? await presetsOf(store, contact) : null);
      const next: KnownContact = {
        name: contact.name,
        where:
          (contact.type === "person" && contact.companyName) ||
          contact.city ||
          "",
        blocked: contact.privacyBlocked === true,
        presets,
      };
      known.set(id, old && isSame(old, next) ? old : next);
    }),
  );
  return known;
}

async function presetsOf(
  store: Store,
  contact: Contact,
): Promise<NonNullable<KnownContact["presets"]>> {
  const company =
    contact.type === "company" ? contact.id : (contact.companyId ?? contact.id);
  const [interactions, ...found] = await Promise.all([
    store.byContact("interactions", contact.id, LOOKED_AT),
    ...[...new Set([contact.id, company])].map((id) =>
      store.byContact("opportunities", id, LOOKED_AT),
    ),
  ]);
  const [only, ...further] = found
    .flat()
    .filter(({ status }) => status !== "won" && status !== "lost");
  return (template) => ({
    usualMinutes: usualMinutes(interactions, template),
    opportunityId: only && further.length === 0 ? only.id : "",
  });
}

function isSame(a: KnownContact, b: KnownContact): boolean {
  return (
    a.name === b.name &&
    a.where === b.where &&
    a.blocked === b.blocked &&
    a.presets === b.presets
  );
}
