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
  /** An entry that the journal has just taken; in whatever order its answers come. */
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
  /** Up to here all entries are known: what came out of turn waits for those before it, and is not sent sooner. */
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
    pending = inOrder(pending, entry);
    if (entry.d === lastD + 1)
      while (pending.some(({ d }) => d === lastD + 1)) lastD += 1;
    for (const op of entry.ops) {
      const key = `${op.c}/${op.id}`;
      const writes = writesByDocument.get(key) ?? [];
      writesByDocument.set(key, inOrder(writes, { d: entry.d, op }));
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
        return pending
          .filter(({ d }) => d > after && d <= lastD)
          .slice(0, limit);
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
      const unsent = { has: (key: string) => writesByDocument.has(key) };
      return { acknowledged, unsent };
    },
    async sendWhole(docs) {
      for (const { hlc, op } of docs) {
        // Edited since it was looked at: that entry is sent with the document before it.
        if (writesByDocument.has(`${op.c}/${op.id}`)) continue;
        const asked = { hlc, ops: [op], since: lastD };
        const answer = await bridge.invoke("journal/append-again", asked);
        if (answer.status === "failed")
          throw new Error(`The journal refused: ${answer.reason}`);
        if (answer.status === "saved") put(answer.entry);
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

/** A copy with one more; nearly always it is the last. */
function inOrder<T extends { readonly d: number }>(
  list: readonly T[],
  added: T,
): T[] {
  const at = list.findLastIndex(({ d }) => d <= added.d) + 1;
  return list.toSpliced(at, 0, added);
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
