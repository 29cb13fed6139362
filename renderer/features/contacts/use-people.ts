import { useEffect, useState } from "react";
import { prettyPhone } from "../../../shared/domain/phone.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";

export interface Colleague {
  readonly row: ContactRow;
  readonly jobTitle: string | undefined;
  /** As the card shows it: the mobile first, it is the person's own. Empty = none. */
  readonly phone: string;
}

/** The people of a company by name, with what they do there; kept current. */
export function usePeople(companyId: string): readonly Colleague[] {
  const { list, store } = useLocalStore();
  const [people, setPeople] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    let round = 0;
    const read = async () => {
      const mine = ++round;
      const rows = await list.peopleOf(companyId);
      const contacts = await store.getMany(
        "contacts",
        rows.map((row) => row.id),
      );
      if (mine !== round) return;
      setPeople(
        rows.map((row) => {
          const contact = contacts.get(row.id);
          const phone = contact?.mobile ?? contact?.phone ?? row.phone;
          return {
            row,
            jobTitle: contact?.jobTitle,
            phone: phone && prettyPhone(phone, contact?.country),
          };
        }),
      );
    };
    void read();
    const stop = list.subscribe(() => void read());
    return () => {
      round = -1;
      stop();
    };
  }, [list, store, companyId]);
  return people;
}
