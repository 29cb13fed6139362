import { useCallback } from "react";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import { useLocalStore } from "./store-context.ts";
import type { Save, Store } from "./store.ts";
import { useLive } from "./use-live.ts";

/** The one draft that is no half-typed form: which cards were opened here. Sealed like the others, and never sent. */
export const LAST_OPENED_ID = namedId("draft/last-opened");

const FORM = "last-opened";
const SHOWN = 8;
/** More than are shown: of those that are deleted meanwhile others take the place. */
const KEPT = 24;

/** Ids of the stored list, newest first; whatever is no id is left out. */
export function readLastOpened(draft: Draft | null): readonly string[] {
  const { value } = draft ?? {};
  return Array.isArray(value)
    ? value.filter((id): id is string => typeof id === "string")
    : [];
}

/** The list after a card was opened. */
export function withOpened(
  ids: readonly string[],
  opened: string,
): readonly string[] {
  return [opened, ...ids.filter((id) => id !== opened)].slice(0, KEPT);
}

/** Puts a card on top of the list; ids only, names come from the store when they are shown. */
export function useRememberOpened(): (id: string) => Promise<void> {
  const { store, save } = useLocalStore();
  return useCallback((id) => remember(store, save, id), [store, save]);
}

async function remember(store: Store, save: Save, id: string): Promise<void> {
  const before = await store.get("drafts", LAST_OPENED_ID);
  const ids = readLastOpened(before);
  if (ids[0] === id) return;
  const after: Draft = {
    id: LAST_OPENED_ID,
    form: FORM,
    value: [...withOpened(ids, id)],
    savedAt: new Date().toISOString(),
  };
  await save("action.draft", [
    { c: "drafts", id: LAST_OPENED_ID, before, after },
  ]);
}

/** The cards opened last on this device that are still there, newest first; null until first known. */
export function useLastOpened(): readonly Contact[] | null {
  const live = useLive({
    key: "last-opened",
    collections: ["drafts", "contacts"],
    async read(store) {
      const draft = await store.get("drafts", LAST_OPENED_ID);
      const ids = readLastOpened(draft);
      const contacts = await store.getMany("contacts", ids);
      return ids.flatMap((id) => contacts.get(id) ?? []).slice(0, SHOWN);
    },
  });
  return live.status === "ready" ? live.value : null;
}
