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
import { useLocalStore } from "../../local-store/store-context.ts";
import type {
  ContactList,
  ContactRow,
  Store,
} from "../../local-store/store.ts";
import type { LiveQuery } from "../../local-store/live-query.ts";
import { useLive } from "../../local-store/use-live.ts";
import { allOf, namedIn } from "./recorded.ts";

export interface Happenings {
  readonly items: readonly TimelineItem[];
  /** Further back there is more than was asked for. */
  readonly more: boolean;
  /** The projection was asked, and only so far as was wanted. */
  readonly ofMany: boolean;
  readonly statistics: ContactStatistics;
  /** Names of those that the items are about. */
  readonly names: ReadonlyMap<string, string>;
}

/** So many of what happened stand there at first. */
export const FIRST = 40;
/** Up to so many people everything is read; of more, what is newest. */
const FEW = 60;
const NOBODY = { total: 0, rows: [] };

/** What happened with a contact and, for a company, with its people, the newest `want`; kept current. */
export function useTimeline(
  contact: Contact,
  withPeople: boolean,
  want: number,
) {
  const { list } = useLocalStore();
  return useLive(timelineQuery(list, contact, withPeople, want));
}

export function timelineQuery(
  list: ContactList,
  contact: Contact,
  withPeople = true,
  want = FIRST,
): LiveQuery<Happenings> {
  let asksList = false;
  return {
    key: `timeline/${contact.id}/${contact.companyId ?? ""}/${String(withPeople)}/${want}`,
    collections: ["interactions", "tasks", "contacts"],
    shared: true,
    // The projection hears of a change a little after the store.
    also: (tell) => list.subscribe(() => void (asksList && tell())),
    async read(store) {
      const happenings = await read(store, list, contact, withPeople, want);
      asksList = happenings.ofMany;
      return happenings;
    },
  };
}

async function read(
  store: Store,
  list: ContactList,
  contact: Contact,
  withPeople: boolean,
  want: number,
): Promise<Happenings> {
  const { id } = contact;
  const isCompany = contact.type === "company";
  const former = linksOf(contact, "formerPerson").map(
    ([, link]) => link.contactId,
  );
  const askMany = () =>
    Promise.all([
      list.happened({ contactId: id, withPeople, former, want }),
      list.rows([id]),
    ]);
  // Both at once: of a company with many people the second is wanted as soon as the first.
  const asked = isCompany ? askMany() : null;
  asked?.catch(() => {});
  const people = isCompany
    ? await list.people({ companyId: id, text: "", from: 0, to: FEW })
    : NOBODY;
  const few =
    people.total > FEW
      ? null
      : await allOf(store, [
          ...new Set([id, ...former, ...people.rows.map((row) => row.id)]),
        ]);
  if (few) {
    const { interactions, tasks } = few;
    const colleagues = await store.getMany("contacts", former);
    const named = [contact, ...colleagues.values(), ...people.rows];
    return {
      items: timeline({
        ...{ contact, interactions, tasks },
        people: withPeople ? people.rows : [],
        formerPeople: withPeople ? former : [],
      }),
      more: false,
      ofMany: false,
      statistics: statisticsOf(contact, interactions, people.rows),
      names: new Map(named.map(({ id: one, name }) => [one, name])),
    };
  }
  const [answer, [row]] = await (asked ?? askMany());
  const { interactions, tasks } = await namedIn(store, answer);
  return {
    items: timeline({
      ...{ contact, interactions, tasks, formerPeople: former },
      people: answer.names.map(([one]) => ({ id: one })),
    }),
    more: answer.more,
    ofMany: true,
    // No figures before everything has been counted.
    statistics:
      row && !answer.reading ? statisticsOfRow(row) : statisticsOf(contact, []),
    names: new Map(answer.names),
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
