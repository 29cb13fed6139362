import { useSyncExternalStore } from "react";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
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

/** The entries that the person holds back, oldest first. */
export function useHeldEntries(): readonly JournalEntry[] {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, pending.heldEntries);
}

/** The entries that the person has discarded, oldest first. */
export function useDiscardedEntries(): readonly JournalEntry[] {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, pending.discardedEntries);
}

/** Entries up to this number have been on their way to the server. */
export function useSentUpTo(): number {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, pending.sent);
}
