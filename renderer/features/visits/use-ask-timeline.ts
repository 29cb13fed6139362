import { useCallback } from "react";
import type { Contact } from "../../../shared/entities/contact.ts";
import { askAhead } from "../../local-store/shared-answers.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { timelineQuery } from "./use-timeline.ts";

/** For a timeline that will stand there in a moment: it is read already. */
export function useAskTimeline(): (contact: Contact) => void {
  const { store, list } = useLocalStore();
  return useCallback(
    (contact) => {
      askAhead(store, timelineQuery(list, contact)).catch(() => {});
    },
    [store, list],
  );
}
