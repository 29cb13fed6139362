import type { OutboxRecord } from "./outbox-records.ts";
import type { Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";

/** What each record is called: a contact by its name, a visit or task by what it is about and with whom. */
export function useRecordNames(
  records: readonly Pick<OutboxRecord, "c" | "id" | "key">[],
): ReadonlyMap<string, string> {
  const live = useLive({
    key: `names/${records.map(({ key }) => key).join(",")}`,
    collections: ["contacts", "interactions", "tasks"],
    read: (store) => readNames(store, records),
  });
  return live.status === "ready" ? live.value : new Map();
}

async function readNames(
  store: Store,
  records: readonly Pick<OutboxRecord, "c" | "id" | "key">[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (c: string) =>
    records.filter((record) => record.c === c).map(({ id }) => id);
  const [interactions, tasks] = await Promise.all([
    store.getMany("interactions", idsOf("interactions")),
    store.getMany("tasks", idsOf("tasks")),
  ]);
  const about = [...interactions.values(), ...tasks.values()];
  const contacts = await store.getMany("contacts", [
    ...idsOf("contacts"),
    ...about.flatMap(({ contactId }) => contactId ?? []),
  ]);
  const name = ({ c, id }: Pick<OutboxRecord, "c" | "id">) => {
    if (c === "contacts") return contacts.get(id)?.name;
    const one = interactions.get(id) ?? tasks.get(id);
    const who = contacts.get(one?.contactId ?? "")?.name;
    return [one?.description, who].filter(Boolean).join(" – ");
  };
  return new Map(
    records.flatMap((record) => {
      const found = name(record);
      return found ? [[record.key, found] as const] : [];
    }),
  );
}
