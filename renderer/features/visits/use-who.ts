import { useEffect, useState } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";

/** The chosen contact as a row of the list: from the store first, then as chosen. */
export function useWho(id: string) {
  const { store } = useLocalStore();
  const [row, setRow] = useState<ContactRow | null>(null);
  useEffect(() => {
    if (id === "" || row?.id === id) return;
    void store.get("contacts", id).then((contact) => {
      if (!contact) return;
      setRow({
        id,
        type: contact.type,
        name: contact.name,
        no: contact.no ?? "",
        companyId: contact.companyId ?? "",
        companyName: contact.companyName ?? "",
        phone: contact.phone ?? "",
        email: contact.email ?? "",
        postCode: contact.postCode ?? "",
        city: contact.city ?? "",
        salesperson: contact.salesperson ?? "",
      });
    });
  }, [store, id, row]);
  return [row, setRow] as const;
}
