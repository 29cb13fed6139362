import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { PeoplePage, PeopleQuestion } from "../../local-store/store.ts";

/** Some of the people of a company, with what they do there; kept current. `before` until the first answer. */
export function usePeople(
  { companyId, text, from, to }: PeopleQuestion,
  before: PeopleSeen | null = null,
): PeopleSeen | null {
  const { list } = useLocalStore();
  const [people, setPeople] = useState(before);
  useEffect(() => {
    let round = 0;
    const read = async () => {
      const mine = ++round;
      const page = await list.people({ companyId, text, from, to });
      if (mine === round) setPeople({ ...page, from });
    };
    void read();
    const stop = list.subscribe(() => void read());
    return () => {
      round = -1;
      stop();
    };
  }, [list, companyId, text, from, to]);
  return people;
}

/** With the place of the first of the rows. */
export type PeopleSeen = PeoplePage & Pick<PeopleQuestion, "from">;
