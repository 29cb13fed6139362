import type { ContactList, ContactRow } from "./store.ts";

type PeopleList = Pick<ContactList, "peopleOf" | "subscribe">;
type Answer = Promise<readonly ContactRow[]>;

const open = new WeakMap<PeopleList, Map<string, Answer>>();

/**
 * The people of a company by name. Parts of a card that ask at the same time share one answer: of a large company it is
 * thousands of rows. Who asks after a change gets an answer of after the change.
 */
export function peopleOf(list: PeopleList, companyId: string): Answer {
  const asked = openOf(list);
  const known = asked.get(companyId);
  if (known) return known;
  const answer = list.peopleOf(companyId);
  asked.set(companyId, answer);
  const end = () => {
    if (asked.get(companyId) === answer) asked.delete(companyId);
  };
  answer.then(end, end);
  return answer;
}

function openOf(list: PeopleList): Map<string, Answer> {
  const known = open.get(list);
  if (known) return known;
  const asked = new Map<string, Answer>();
  open.set(list, asked);
  list.subscribe(() => asked.clear());
  return asked;
}
