import type { Related } from "../../../shared/domain/merge/merge-contacts.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { relatedOf } from "../../local-store/merge-in-store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";

export const MOST_COMPARED = 5;

export interface Compared {
  readonly contact: Contact;
  readonly related: Related;
}

/** The contacts that are compared, with what hangs on each; kept up to date. Null while they are being read. */
export function useCompared(
  ids: readonly string[],
): readonly Compared[] | null {
  const { list } = useLocalStore();
  const live = useLive({
    key: `compare/${ids.join(",")}`,
    collections: [
      ...(["contacts", "interactions", "tasks", "opportunities"] as const),
      ...(["notes", "files"] as const),
    ],
    async read(store): Promise<readonly Compared[]> {
      const found = await store.getMany("contacts", ids);
      const contacts = ids.flatMap((id) => {
        const one = found.get(id);
        return one && one.mergedInto === undefined ? [one] : [];
      });
      return Promise.all(
        contacts.map(async (contact) => ({
          contact,
          related: await relatedOf({ store, list }, contact),
        })),
      );
    },
  });
  return live.status === "ready" ? live.value : null;
}

/** MRG-2: what hangs on a contact, counted; of the notes those that somebody knows of. */
export const COUNTED = [
  ...(["people", "interactions", "tasks", "opportunities"] as const),
  ...(["comments", "requests", "files"] as const),
] as const;

export function countOf(
  { related }: Compared,
  kind: (typeof COUNTED)[number],
): number {
  const { notes } = related;
  if (kind === "comments")
    return notes.filter((one) => one.kind === "comment").length;
  if (kind === "requests")
    return notes.filter(
      (one) => one.kind === "request" && one.status === "open",
    ).length;
  return related[kind].length;
}

/** The one that says most is proposed to stay; of two that say as much the older one. */
export function fullest(all: readonly Compared[]): string {
  const weight = (one: Compared) =>
    Object.keys(one.contact).length +
    COUNTED.reduce((sum, kind) => sum + countOf(one, kind), 0);
  const [best] = all.toSorted(
    (a, b) => weight(b) - weight(a) || (a.contact.id < b.contact.id ? -1 : 1),
  );
  return best?.contact.id ?? "";
}
