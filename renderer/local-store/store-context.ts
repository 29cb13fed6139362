import { createContext, use } from "react";
import type { Arrange } from "./arrange.ts";
import type { Erasing } from "./erasing.ts";
import type { ErpBook } from "./erp/erp-book.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { Samples } from "./samples.ts";
import type { Agenda, ContactList, Save, Search, Store } from "./store.ts";
import type { UndoLog } from "./undo-state.ts";

/** What features may use of the local store. */
export interface StoreServices {
  readonly store: Store;
  /** What it has saved, Undo takes back. */
  readonly save: Save;
  readonly undo: UndoLog;
  /** Hold, send first, discard and put back what waits; send what was refused again. */
  readonly arrange: Arrange;
  readonly samples: Samples;
  readonly list: ContactList;
  readonly agenda: Agenda;
  readonly search: Search;
  readonly erp: ErpBook;
  readonly erasing: Erasing;
  /** Unsent and refused work, for marks, counters and the outbox. */
  readonly pending: Pick<
    PendingEntries,
    | "pendingEntries"
    | "refusedEntries"
    | "heldEntries"
    | "discardedEntries"
    | "mergedFields"
    | "sent"
    | "waitingRecords"
    | "heldRecords"
    | "refusedCount"
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
