import { useCallback } from "react";
import type { Contact } from "../../../shared/entities/contact.ts";
import { askAhead } from "../../local-store/shared-answers.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { cardQuery } from "./use-card.ts";
import { firstPeople, peopleQuery } from "./use-people.ts";

/** For a card that will stand there in a moment: what it shows first is read already. What cannot be read it tells. */
export function useAskCard(): (
  row: Pick<ContactRow, "id" | "type">,
) => Promise<Contact | null> {
  const { store, list } = useLocalStore();
  return useCallback(
    async ({ id, type }) => {
      const asked = askAhead(store, cardQuery(id));
      if (type === "company")
        askAhead(store, peopleQuery(list, firstPeople(id))).catch(() => {});
      return asked.then(
        (card) => card?.contact ?? null,
        () => null,
      );
    },
    [store, list],
  );
}
