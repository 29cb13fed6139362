import type { Contact } from "../../../shared/entities/contact.ts";
import { useLive } from "../../local-store/use-live.ts";

/** Contacts by id, kept current, as far as this device has them; null while they are being read. */
export function useContacts(
  ids: readonly string[],
): ReadonlyMap<string, Contact> | null {
  const key = ids.toSorted().join(",");
  const live = useLive({
    key: `contacts/${key}`,
    collections: ["contacts"],
    read: (store) =>
      key === ""
        ? Promise.resolve(new Map<string, Contact>())
        : store.getMany("contacts", key.split(",")),
  });
  return live.status === "ready" ? live.value : null;
}
