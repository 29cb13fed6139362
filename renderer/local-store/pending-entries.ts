import type {
  Bridge,
  JournalEntry,
  JournalState,
} from "../../shared/ipc/contract.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { GroupResult } from "../../shared/sync/protocol.ts";
import { createListeners } from "./listeners.ts";
import type { OwnWrite } from "./own-writes.ts";

/** The journal's unsent and refused entries, as this window knows them; main's journal is the durable truth. */
export interface PendingEntries {
  /** Oldest first. */
  pendingEntries(): readonly JournalEntry[];
  refusedEntries(): readonly JournalEntry[];
  /** Entries with `d` above `after`, oldest first. */
  pendingAfter(after: number, limit: number): readonly JournalEntry[];
  /** Unsent operations on one document, of entries with `d` above `after`, in order. */
  pendingOpsOf(
    c: CollectionName,
    id: string,
    after?: number,
  ): readonly OwnWrite[];
  /** An entry that the journal has just taken. */
  add(entry: JournalEntry): void;
  /**
   * The server has processed everything up to `upto` and its documents are in the store: durable in the journal
   * first, then here. `refused` stay visible until the person has dealt with them. `device`: as whom they were sent.
   */
  acknowledge(
    upto: number,
    refused: readonly GroupResult[],
    device: string,
  ): Promise<void>;
  /** The person has dealt with a refused entry. */
  dismiss(d: number): Promise<void>;
  lastD(): number;
  acked(): number;
  /** Distinct records with unsent work. */
  waitingRecords(): number;
  refusedCount(): number;
  /** Called after every change of this list. */
  subscribe(listener: () => void): () => void;
}

export function createPendingEntries(
  bridge: Pick<Bridge, "invoke">,
  journal: JournalState,
): PendingEntries {
  let pending: readonly JournalEntry[] = [];
  let refused: readonly JournalEntry[] = journal.refused;
  let lastD = journal.lastD;
  let acked = journal.acked;
  const writesByDocument = new Map<string, OwnWrite[]>();
  const listeners = createListeners<[]>();

  function put(entry: JournalEntry): void {
    pending = [...pending, entry];
    lastD = Math.max(lastD, entry.d);
    for (const op of entry.ops) {
      const key = `${op.c}/${op.id}`;
      const writes = writesByDocument.get(key) ?? [];
      writes.push({ d: entry.d, op });
      writesByDocument.set(key, writes);
    }
  }
  function forgetUpTo(upto: number): void {
    pending = pending.filter(({ d }) => d > upto);
    for (const [key, writes] of writesByDocument) {
      const left = writes.filter(({ d }) => d > upto);
      if (left.length > 0) writesByDocument.set(key, left);
      else writesByDocument.delete(key);
    }
  }

  for (const entry of journal.pending) put(entry);
  return {
    pendingEntries: () => pending,
    refusedEntries: () => refused,
    pendingAfter: (after, limit) =>
      pending.filter(({ d }) => d > after).slice(0, limit),
    pendingOpsOf: (c, id, after = 0) =>
      (writesByDocument.get(`${c}/${id}`) ?? []).filter(({ d }) => d > after),
    add(entry) {
      put(entry);
      listeners.tell();
    },
    async acknowledge(upto, results, device) {
      await bridge.invoke("journal/acknowledge", {
        deviceId: device,
        upto,
        refused: [...results],
      });
      refused = [...refused, ...refusedBy(results, pending)];
      acked = Math.max(acked, upto);
      forgetUpTo(upto);
      listeners.tell();
    },
    async dismiss(d) {
      await bridge.invoke("journal/dismiss", { d });
      refused = refused.filter((entry) => entry.d !== d);
      listeners.tell();
    },
    lastD: () => lastD,
    acked: () => acked,
    waitingRecords: () => writesByDocument.size,
    refusedCount: () => refused.length,
    subscribe: (listener) => listeners.add(listener),
  };
}

function refusedBy(
  results: readonly GroupResult[],
  pending: readonly JournalEntry[],
): readonly JournalEntry[] {
  return results.flatMap(({ d, code = "rejected", message = "" }) => {
    const entry = pending.find((candidate) => candidate.d === d);
    return entry ? [{ ...entry, refused: { code, message } }] : [];
  });
}
