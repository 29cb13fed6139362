import type {
  Bridge,
  JournalEntry,
  JournalState,
} from "../../shared/ipc/contract.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { GroupResult, Op } from "../../shared/sync/protocol.ts";
import type { OwnWork } from "../../shared/sync/survey.ts";
import { createListeners } from "./listeners.ts";
import type { OwnWrite } from "./own-writes.ts";

const ENTRIES_AT_ONCE = 500;

/** The journal's unsent and refused entries, as this window knows them; main's journal is the durable truth. */
export interface PendingEntries {
  /** Oldest first. */
  pendingEntries(): readonly JournalEntry[];
  refusedEntries(): readonly JournalEntry[];
  /** Entries with `d` above `after`, oldest first; from the journal where they are acknowledged already. */
  groupsAfter(
    after: number,
    limit: number,
    gapless: boolean,
  ): Promise<readonly JournalEntry[]>;
  ownWork(): Promise<OwnWork>;
  /** Rejects when the disk does; what it took before stays. */
  sendWhole(
    docs: readonly { readonly hlc: string; readonly op: Op }[],
  ): Promise<number>;
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
  /** The most of them since there were none: what "2 of 3" counts to. */
  mostWaiting(): number;
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
  let mostWaiting = 0;
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
    mostWaiting = Math.max(mostWaiting, writesByDocument.size);
  }
  function forgetUpTo(upto: number): void {
    pending = pending.filter(({ d }) => d > upto);
    for (const [key, writes] of writesByDocument) {
      const left = writes.filter(({ d }) => d > upto);
      if (left.length > 0) writesByDocument.set(key, left);
      else writesByDocument.delete(key);
    }
    if (writesByDocument.size === 0) mostWaiting = 0;
  }

  async function entriesAfter(after: number, limit: number, gapless: boolean) {
    const asked = { after, limit, gapless };
    return (await bridge.invoke("journal/entries", asked)).entries;
  }

  for (const entry of journal.pending) put(entry);
  return {
    pendingEntries: () => pending,
    refusedEntries: () => refused,
    async groupsAfter(after, limit, gapless) {
      if (after >= acked)
        return pending.filter(({ d }) => d > after).slice(0, limit);
      return entriesAfter(after, limit, gapless);
    },
    async ownWork() {
      const acknowledged = new Set<string>();
      for (let after = 0; after < acked;) {
        const entries = await entriesAfter(after, ENTRIES_AT_ONCE, false);
        const own = entries.filter(({ d }) => d <= acked);
        for (const op of own.flatMap(({ ops }) => ops))
          acknowledged.add(`${op.c}/${op.id}`);
        if (own.length < ENTRIES_AT_ONCE) break;
        after = own.at(-1)?.d ?? acked;
      }
      return { acknowledged, unsent: new Set(writesByDocument.keys()) };
    },
    async sendWhole(docs) {
      for (const { hlc, op } of docs) {
        const asked = { hlc, ops: [op] };
        const answer = await bridge.invoke("journal/append-again", asked);
        if (answer.status === "failed")
          throw new Error(`The journal refused: ${answer.reason}`);
        put(answer.entry);
      }
      if (docs.length > 0) listeners.tell();
      return lastD;
    },
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
    mostWaiting: () => mostWaiting,
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
    return entry && !entry.again
      ? [{ ...entry, refused: { code, message } }]
      : [];
  });
}
