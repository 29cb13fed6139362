import type { Bridge } from "../../shared/ipc/contract.ts";
import type {
  Arranged,
  Arrangement,
  JournalEntry,
  JournalState,
  MergedField,
} from "../../shared/ipc/journal.ts";
import type { ErasedHere } from "../../shared/ipc/erasures.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import { ERASED } from "../../shared/sync/erased.ts";
import type { GroupResult, Op } from "../../shared/sync/protocol.ts";
import type { OwnWork } from "../../shared/sync/survey.ts";
import { nothingAbout, takenBack } from "../../shared/sync/set-aside.ts";
import { createListeners } from "./listeners.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { OwnWrite } from "./own-writes.ts";

const ENTRIES_AT_ONCE = 500;
const NONE: readonly OwnWrite[] = [];

/** The journal's unsent and refused entries, as this window knows them; main's journal is the durable truth. */
export interface PendingEntries {
  /** Oldest first. */
  pendingEntries(): readonly JournalEntry[];
  refusedEntries(): readonly JournalEntry[];
  /** Shown here, but not sent until the person says so. */
  heldEntries(): readonly JournalEntry[];
  /** Neither shown nor sent; kept for a while, so that they can be put back. */
  discardedEntries(): readonly JournalEntry[];
  /** What merges have changed without asking, of the last 30 days, oldest first. */
  mergedFields(): readonly MergedField[];
  noteMerged(items: readonly MergedField[]): Promise<void>;
  /** Entries up to here have been on their way to a server: they can no longer be set aside or moved. */
  sent(): number;
  /** The journal says so. */
  noteSent(upto: number): void;
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
  /** Unsent operations on one document, of entries with `d` above `after` and then of held ones, in order. */
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
  /** PRV-5: durable in the main process, which then holds nothing more of it; what is left is read again. */
  noteErased(erased: ErasedHere): Promise<void>;
  /** Durable when it answers `done`; what the store shows is not touched (arrange.ts). */
  arrange(arrangement: Arrangement): Promise<Arranged>;
  /** Up to here all entries are known: what came out of turn waits for those before it, and is not sent sooner. */
  lastD(): number;
  acked(): number;
  /** Distinct records with unsent work. */
  waitingRecords(): number;
  /** The most of them since there were none: what "2 of 3" counts to. */
  mostWaiting(): number;
  refusedCount(): number;
  /** Distinct records with held work. */
  heldRecords(): number;
  /** Called after every change of this list. */
  subscribe(listener: () => void): () => void;
}

export function createPendingEntries(
  bridge: Pick<Bridge, "invoke">,
  journal: JournalState,
): PendingEntries {
  let pending: readonly JournalEntry[] = [];
  let refused: readonly JournalEntry[] = [];
  let held: readonly JournalEntry[] = [];
  let discarded: readonly JournalEntry[] = [];
  let merged: readonly MergedField[] = [];
  let lastD = 0;
  let acked = 0;
  let sent = 0;
  let mostWaiting = 0;
  /** Without empty ones; the same list until `pending` is another. */
  let shown: readonly JournalEntry[] = [];
  let shownOf: readonly JournalEntry[] = shown;
  const writesByDocument = new Map<string, OwnWrite[]>();
  const heldByDocument = new Map<string, OwnWrite[]>();
  const listeners = createListeners<[]>();
  // What the journal answers is taken in the order in which it was asked.
  const queue = createSerialQueue();

  function put(entry: JournalEntry): void {
    // An answer that was under way while everything was read again.
    const known =
      entry.d <= (pending.at(-1)?.d ?? 0) &&
      pending.some(({ d }) => d === entry.d);
    if (known || entry.d <= acked) return;
    pending = inOrder(pending, entry.aside ? emptied(entry) : entry);
    if (entry.d === lastD + 1)
      while (pending.some(({ d }) => d === lastD + 1)) lastD += 1;
    if (entry.aside) {
      held = [...held, entry];
      keepWrites(heldByDocument, entry);
      return;
    }
    if (!entry.empty) keepWrites(writesByDocument, entry);
    mostWaiting = Math.max(mostWaiting, writesByDocument.size);
  }
  function adopt(state: JournalState): void {
    ({ refused, held, discarded, merged, sent } = state);
    acked = Math.max(acked, state.acked);
    lastD = Math.max(lastD, state.lastD);
    pending = [];
    writesByDocument.clear();
    heldByDocument.clear();
    for (const entry of state.pending) put(entry);
    for (const entry of held) keepWrites(heldByDocument, entry);
    if (writesByDocument.size === 0) mostWaiting = 0;
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

  function withoutHeld(op: Op): Op {
    const writes = heldByDocument.get(`${op.c}/${op.id}`);
    if (!writes || op.k !== "ins") return op;
    const v = takenBack(
      op.v,
      writes.map((write) => write.op),
    );
    return v === null ? op : { ...op, v: v as typeof op.v };
  }

  async function entriesAfter(after: number, limit: number, gapless: boolean) {
    const asked = { after, limit, gapless };
    return (await bridge.invoke("journal/entries", asked)).entries;
  }

  adopt(journal);
  return {
    pendingEntries() {
      if (shownOf !== pending) {
        shownOf = pending;
        shown = pending.filter(({ empty }) => !empty);
      }
      return shown;
    },
    refusedEntries: () => refused,
    heldEntries: () => held,
    discardedEntries: () => discarded,
    mergedFields: () => merged,
    async noteMerged(items) {
      const asked = { items: [...items] };
      const answer = await bridge.invoke("journal/note-merged", asked);
      merged = answer.merged;
      listeners.tell();
    },
    sent: () => Math.max(sent, acked),
    noteSent(upto) {
      if (upto === sent) return;
      sent = upto;
      listeners.tell();
    },
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
      // What was made here and is held has nothing of it at the server; what was changed is sent back without the change.
      const isMade = (key: string) =>
        heldByDocument.get(key)?.some(({ op }) => op.k === "ins") ?? false;
      const unsent = {
        has: (key: string) => writesByDocument.has(key) || isMade(key),
      };
      return { acknowledged, unsent };
    },
    async sendWhole(docs) {
      for (const { hlc, op } of docs) {
        // Edited since it was looked at: that entry is sent with the document before it.
        if (writesByDocument.has(`${op.c}/${op.id}`)) continue;
        const asked = { hlc, ops: [withoutHeld(op)], since: lastD };
        const answer = await bridge.invoke("journal/append-again", asked);
        if (answer.status === "failed")
          throw new Error(`The journal refused: ${answer.reason}`);
        if (answer.status === "saved") put(answer.entry);
      }
      if (docs.length > 0) listeners.tell();
      return lastD;
    },
    pendingOpsOf(c, id, after = 0) {
      const writes = writesByDocument.get(`${c}/${id}`);
      const own = heldByDocument.get(`${c}/${id}`);
      // Nearly always: a first sync asks this of every document.
      if (!writes && !own) return NONE;
      return [...(writes ?? []).filter(({ d }) => d > after), ...(own ?? [])];
    },
    add(entry) {
      put(entry);
      listeners.tell();
    },
    acknowledge: (upto, results, device) =>
      queue.run(async () => {
        // What a restored server refuses was acknowledged once: the journal still has it.
        const late = await Promise.all(
          results
            .filter(({ d }) => d <= acked)
            .map(({ d }) => entriesAfter(d - 1, 1, false)),
        );
        await bridge.invoke("journal/acknowledge", {
          deviceId: device,
          upto,
          refused: [...results],
        });
        const entries = [...late.flat(), ...pending];
        refused = [...refused, ...refusedBy(results, entries)];
        acked = Math.max(acked, upto);
        forgetUpTo(upto);
        listeners.tell();
      }),
    noteErased: (erased) =>
      queue.run(async () => {
        await bridge.invoke("erasures/note", erased);
        adopt(await bridge.invoke("journal/read", undefined));
        listeners.tell();
      }),
    arrange: (arrangement) =>
      queue.run(async () => {
        const answer = await bridge.invoke("journal/arrange", arrangement);
        adopt(answer.state);
        listeners.tell();
        return answer;
      }),
    lastD: () => lastD,
    acked: () => acked,
    waitingRecords: () => writesByDocument.size,
    mostWaiting: () => mostWaiting,
    refusedCount: () => refused.length,
    heldRecords: () => heldByDocument.size,
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
    if (!entry || entry.again || entry.empty) return [];
    // What was written about somebody who is erased is kept nowhere.
    const ops = code === ERASED.code ? nothingAbout(entry.ops) : entry.ops;
    return [{ ...entry, ops, refused: { code, message } }];
  });
}

function keepWrites(
  writesByDocument: Map<string, OwnWrite[]>,
  { d, ops }: JournalEntry,
): void {
  for (const op of ops) {
    const key = `${op.c}/${op.id}`;
    const writes = writesByDocument.get(key) ?? [];
    writesByDocument.set(key, inOrder(writes, { d, op }));
  }
}

/** What the journal has under its number instead. */
function emptied({ aside: _aside, ...entry }: JournalEntry): JournalEntry {
  return { ...entry, ops: nothingAbout(entry.ops), empty: true };
}
