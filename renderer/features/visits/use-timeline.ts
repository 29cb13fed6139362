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
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";

export interface Happenings {
  readonly items: readonly TimelineItem[];
  readonly statistics: ContactStatistics;
  /** Names of those that the items are about. */
  readonly names: ReadonlyMap<string, string>;
}

const LIMIT = 500;

/** What happened with a contact and, for a company, with its people; kept current. */
export function useTimeline(contact: Contact, withPeople: boolean) {
  const { list } = useLocalStore();
  return useLive<Happenings>({
    key: `timeline/${contact.id}/${contact.companyId ?? ""}/${String(withPeople)}`,
    collections: ["interactions", "tasks", "contacts"],
    read: (store) => read(store, list, contact, withPeople),
  });
}

async function read(
  store: Store,
  list: ContactList,
  contact: Contact,
  withPeople: boolean,
): Promise<Happenings> {
  const isCompany = contact.type === "company";
  const people = isCompany ? await list.peopleOf(contact.id) : [];
  const formerPeople = linksOf(contact, "formerPerson").map(
    ([, link]) => link.contactId,
  );
  const former = await store.getMany("contacts", formerPeople);
  const ids = new Set([
    contact.id,
    ...people.map((person) => person.id),
    ...formerPeople,
  ]);
  const [interactions, tasks] = await Promise.all([
    collect([...ids], (id) => store.byContact("interactions", id, LIMIT)),
    collect([...ids], (id) => store.byContact("tasks", id, LIMIT)),
  ]);
  return {
    items: timeline({
      contact,
      interactions,
      tasks,
      people: withPeople ? people : [],
      formerPeople: withPeople ? formerPeople : [],
    }),
    statistics: statisticsOf(contact, interactions),
    names: new Map(
      [contact, ...former.values(), ...people].map(({ id, name }) => [
        id,
        name,
      ]),
    ),
  };
}

async function collect<T extends Interaction | Task>(
  ids: readonly string[],
  read: (id: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  return (await Promise.all(ids.map(read))).flat();
}
