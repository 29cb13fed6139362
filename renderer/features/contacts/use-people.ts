import { useRef } from "react";
import type { LiveQuery } from "../../local-store/live-query.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type {
  ContactList,
  PeoplePage,
  PeopleQuestion,
} from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";

/** So many stand there one below the other; more have a frame of their own, and a filter. */
export const ROOM = 12;

/** Some of the people of a company, with what they do there; kept current. `before` until the first answer. */
export function usePeople(
  question: PeopleQuestion,
  before: PeopleSeen | null = null,
): PeopleSeen | null {
  const { list } = useLocalStore();
  const live = useLive(peopleQuery(list, question));
  // While others are read, those that stand there stay.
  const shown = useRef(before);
  if (live.status === "ready") shown.current = live.value;
  return shown.current;
}

export function peopleQuery(
  list: ContactList,
  question: PeopleQuestion,
): LiveQuery<PeopleSeen> {
  const { companyId, text, from, to } = question;
  return {
    key: `people/${companyId}/${from}/${to}/${text}`,
    collections: [],
    shared: true,
    also: list.subscribe,
    read: async () => ({ ...(await list.people(question)), from }),
  };
}

/** Those that a company's card shows first. */
export function firstPeople(companyId: string): PeopleQuestion {
  return { companyId, text: "", from: 0, to: ROOM };
}

/** With the place of the first of the rows. */
export type PeopleSeen = PeoplePage & Pick<PeopleQuestion, "from">;
