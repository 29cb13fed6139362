import { usualMinutes } from "../../../shared/domain/usual-minutes.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { StoreServices } from "../../local-store/store-context.ts";
import type { KnownContact } from "./week-line.ts";

const LOOKED_AT = 50;
const PEOPLE = 500;
type Sources = Pick<StoreServices, "store" | "list">;
type Start = Pick<KnownContact, "presets" | "people" | "opportunities">;
const NOT_READ: Start = { presets: null, people: [], opportunities: [] };

/** Names, and for those that a visit is being typed with what it starts with; what is known already is not read again. */
export async function readContacts(
  { store, list }: Sources,
  ids: readonly string[],
  typed: ReadonlySet<string>,
  before: ReadonlyMap<string, KnownContact>,
): Promise<ReadonlyMap<string, KnownContact>> {
  const found = await store.getMany("contacts", ids);
  const known = new Map<string, KnownContact>();
  await Promise.all(
    [...found].map(async ([id, contact]) => {
      const old = before.get(id);
      const start = old?.presets
        ? old
        : typed.has(id)
          ? await startOf({ store, list }, contact)
          : NOT_READ;
      const { presets, people, opportunities } = start;
      const next: KnownContact = {
        name: contact.name,
        where:
          (contact.type === "person" && contact.companyName) ||
          contact.city ||
          "",
        blocked: contact.privacyBlocked === true,
        ...{ presets, people, opportunities },
      };
      known.set(id, old && isSame(old, next) ? old : next);
    }),
  );
  return known;
}

async function startOf(
  { store, list }: Sources,
  contact: Contact,
): Promise<Start> {
  const company =
    contact.type === "company" ? contact.id : (contact.companyId ?? contact.id);
  const [interactions, people, ...found] = await Promise.all([
    store.byContact("interactions", contact.id, LOOKED_AT),
    // INT-13: nobody who is blocked for privacy.
    list.people({
      ...{ companyId: company, text: "", unblocked: true },
      ...{ from: 0, to: PEOPLE },
    }),
    ...[...new Set([contact.id, company])].map((id) =>
      store.byContact("opportunities", id, LOOKED_AT),
    ),
  ]);
  const open = found
    .flat()
    .filter(({ status }) => status !== "won" && status !== "lost");
  const [only, ...further] = open;
  return {
    presets: (template) => ({
      usualMinutes: usualMinutes(interactions, template),
      opportunityId: only && further.length === 0 ? only.id : "",
    }),
    people: people.rows
      .filter(({ id }) => id !== contact.id)
      .map(({ id, name }) => ({ id, name })),
    opportunities: open.map(({ id, description }) => ({
      id,
      name: description,
    })),
  };
}

function isSame(a: KnownContact, b: KnownContact): boolean {
  return (
    a.name === b.name &&
    a.where === b.where &&
    a.blocked === b.blocked &&
    a.presets === b.presets
  );
}
