import { useSyncExternalStore } from "react";
import type { JournalEntry } from "../../../shared/ipc/contract.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

/** The unsent entries, oldest first; kept current. */
export function usePendingEntries(): readonly JournalEntry[] {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, pending.pendingEntries);
}

/** The entries that the server refused and nobody has dealt with. */
export function useRefusedEntries(): readonly JournalEntry[] {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, pending.refusedEntries);
}
