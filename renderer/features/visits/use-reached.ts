import { useCallback } from "react";
import { reachedChanges } from "../../local-store/reached.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Reached } from "../../ui/commands.ts";
import { useSession } from "../../ui/session.ts";

/** Remembers on this device whom one has called or written to from here (INT-14). */
export function useReached(): (contactId: string, reached: Reached) => void {
  const { store, save } = useLocalStore();
  const { now } = useSession();
  return useCallback(
    (contactId, { kind, startedAt, minutes }) => {
      const made = { contactId, kind, startedAt, minutes };
      void reachedChanges(store, made, now()).then((changes) =>
        save("action.draft", changes),
      );
    },
    [store, save, now],
  );
}
