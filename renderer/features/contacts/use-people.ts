import { useEffect, useState } from "react";
import { peopleOf } from "../../local-store/people-of.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";

/** The people of a company by name, with what they do there; kept current. Null until the first answer. */
export function usePeople(companyId: string): readonly ContactRow[] | null {
  const { list } = useLocalStore();
  const [people, setPeople] = useState<readonly ContactRow[] | null>(null);
  useEffect(() => {
    let round = 0;
    const read = async () => {
      const mine = ++round;
      const rows = await peopleOf(list, companyId);
      if (mine === round) setPeople(rows);
    };
    void read();
    const stop = list.subscribe(() => void read());
    return () => {
      round = -1;
      stop();
    };
  }, [list, companyId]);
  return people;
}
