import { linksOf } from "../../../shared/domain/employer.ts";
import {
  statisticsOf,
  type ContactStatistics,
} from "../../../shared/domain/statistics.ts";
import {
  timeline,
  type TimelineItem,
} from "../../../shared/domain/timeline.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { peopleOf } from "../../local-store/people-of.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type {
  ContactList,
  ContactRow,
  Store,
} from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";
import { allOf, newestOfMany } from "./newest-of-many.ts";

export interface Happenings {
  readonly items: readonly TimelineItem[];
  /** Further back there is more than was asked for. */
  readonly more: boolean;
  /** Of so many it is certain that nothing newer is missing among them. */
  readonly certain: number;
  readonly statistics: ContactStatistics;
  /** Names of those that the items are about. */
  readonly names: ReadonlyMap<string, string>;
}

/** Up to so many people everything is read; of more, what is newest. */
const FEW = 60;

/** What happened with a contact and, for a company, with its people, the newest `want`; kept current. */
export function useTimeline(
  contact: Contact,
  withPeople: boolean,
  want: number,
) {
  const { list } = useLocalStore();
  return useLive<Happenings>({
    key: `timeline/${contact.id}/${contact.companyId ?? ""}/${String(withPeople)}/${want}`,
    collections: ["interactions", "tasks", "contacts"],
    read: (store) => read(store, list, contact, withPeople, want),
  });
}

async function read(
  store: Store,
  list: ContactList,
  contact: Contact,
  withPeople: boolean,
  want: number,
): Promise<Happenings> {
  const isCompany = contact.type === "company";
  const people = isCompany ? await peopleOf(list, contact.id) : [];
  const formerPeople = linksOf(contact, "formerPerson").map(
    ([, link]) => link.contactId,
  );
  const former = await store.getMany("contacts", formerPeople);
  const many = people.length > FEW;
  const few = [contact, ...(many ? [] : people)].map(({ id }) => id);
  const own = await allOf(store, [...new Set([...few, ...formerPeople])]);
  const others = many
    ? await newestOfMany(store, people, want)
    : { interactions: [], tasks: [], more: false };
  const interactions = [...own.interactions, ...others.interactions];
  const items = timeline({
    contact,
    interactions,
    tasks: [...own.tasks, ...others.tasks],
    people: withPeople ? people : [],
    formerPeople: withPeople ? formerPeople : [],
  });
  const [row] = many ? await list.rows([contact.id]) : [];
  return {
    items,
    more: withPeople && others.more,
    certain: others.more ? want : Infinity,
    statistics: row
      ? statisticsOfRow(row)
      : statisticsOf(contact, interactions, people),
    names: new Map(
      [contact, ...former.values(), ...people].map(({ id, name }) => [
        id,
        name,
      ]),
    ),
  };
}

/** The same figures as the list counts them (STA-1). */
function statisticsOfRow(row: ContactRow): ContactStatistics {
  return {
    interactions: row.interactions ?? 0,
    minutes: row.minutes ?? 0,
    costMinor: row.cost ?? 0,
    lastInteraction: row.lastVisit ?? null,
    lastAttempted: row.lastAttempt ?? null,
  };
}
