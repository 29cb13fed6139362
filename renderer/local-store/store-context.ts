import { createContext, use } from "react";
import type { PendingEntries } from "./pending-entries.ts";
import type { Agenda, ContactList, Save, Store } from "./store.ts";

/** What features may use of the local store. */
export interface StoreServices {
  readonly store: Store;
  readonly save: Save;
  readonly list: ContactList;
  readonly agenda: Agenda;
  /** Unsent and refused work, for marks, counters and the outbox. */
  readonly pending: Pick<
    PendingEntries,
    | "pendingEntries"
    | "refusedEntries"
    | "waitingRecords"
    | "refusedCount"
    | "dismiss"
    | "subscribe"
  >;
}

export const StoreContext = createContext<StoreServices | null>(null);

/** Throws outside a `StoreContext`: the app provides it before it shows any page. */
export function useLocalStore(): StoreServices {
  const services = use(StoreContext);
  if (!services) throw new Error("There is no StoreContext above this.");
  return services;
}
