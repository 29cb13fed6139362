import { useEffect, useState } from "react";
import { vatKey } from "../../../shared/domain/vat.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, Store } from "../../local-store/store.ts";

const LOOKED_AT = 20;

/** The name of another company with the same VAT number (domain.md §2.2: a warning), or null. */
export function useSameVat(contact: Contact | null): string | null {
  const { store, list } = useLocalStore();
  const [name, setName] = useState<string | null>(null);
  const id = contact?.id ?? "";
  const vatNo = contact?.vatNo ?? "";
  useEffect(() => {
    let current = true;
    const look = () =>
      void otherWith(store, list, id, vatNo).then((found) => {
        if (current) setName(found);
      });
    if (vatNo === "") {
      setName(null);
      return undefined;
    }
    look();
    const stop = list.subscribe(look);
    return () => {
      current = false;
      stop();
    };
  }, [store, list, id, vatNo]);
  return name;
}

async function otherWith(
  store: Store,
  list: ContactList,
  id: string,
  vatNo: string,
): Promise<string | null> {
  const key = vatKey(vatNo);
  const query = { text: key, kind: "companies" as const, locale: "fr-CH" };
  const { rows } = await list.query(query, 0, LOOKED_AT);
  const others = rows.map((row) => row.id).filter((other) => other !== id);
  const contacts = await store.getMany("contacts", others);
  return (
    [...contacts.values()].find(
      (other) => other.vatNo !== undefined && vatKey(other.vatNo) === key,
    )?.name ?? null
  );
}
