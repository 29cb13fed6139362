import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { rebase } from "../../shared/sync/rebase.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { DocumentTable } from "./document-table.ts";
import { marksOf, nextVersion, shownOf, UNCONFIRMED } from "./next-version.ts";
import type { OwnWrite, OwnWrites } from "./own-writes.ts";
import type { SerialQueue } from "./serial-queue.ts";

export type Tables = Readonly<Record<CollectionName, DocumentTable>>;

export interface StoreProblem {
  readonly kind: "write-failed";
  /** Documents whose newest state is in the journal and in memory, but not in RxDB. */
  readonly keys: readonly DocumentKey[];
  readonly reason: string;
}

/** Documents of one write; more would hold the page or the worker for too long. */
export const BATCH = 500;

/** So many that were made here are taken for an import; what is there already costs a second way. */
const BULK_FROM = 50;

/** For what is more nobody waits (an import, a change of many), and it is found together, later. */
const MOST_READY = 10;

interface Waiting extends DocumentKey {
  readonly writes: readonly OwnWrite[];
}

/**
 * Brings what was saved into RxDB, in order. Never throws: what could not be written (tried twice) stays among the
 * own writes, is shown, is reported, and is tried again with the next save and at the next start.
 */
export function createBackgroundWriter(deps: {
  readonly tables: Tables;
  readonly ownWrites: OwnWrites;
  readonly queue: SerialQueue;
  readonly report: (problem: StoreProblem) => void;
}): {
  flush(): Promise<void>;
  /** These will be written if the journal takes them. */
  makeReady(ops: readonly Op[]): void;
} {
  const { tables, ownWrites, queue, report } = deps;

  /** What this device has made, many at a time, past RxDB; answers the others. */
  async function insertNew(
    c: CollectionName,
    batch: readonly Waiting[],
  ): Promise<readonly Waiting[]> {
    const made = new Map(
      batch.filter(isMade).flatMap((one) => {
        const shown = rebase(
          null,
          one.writes.map(({ op }) => op),
        );
        // What was deleted again may be in the store from before a kill.
        return shown === null ? [] : [[one, shown]];
      }),
    );
    if (made.size < BULK_FROM) return batch;
    const rows = [...made].flatMap(([{ id, writes }, shown]) => {
      const applied = Math.max(...writes.map(({ d }) => d));
      const marks = { ...UNCONFIRMED, applied };
      return nextVersion(c, id, undefined, shown, marks) ?? [];
    });
    const present = new Set(await tables[c].prepareNew(rows).insert());
    const isLeft = (one: Waiting) => !made.has(one) || present.has(one.id);
    for (const waiting of batch)
      if (!isLeft(waiting)) ownWrites.drop(waiting, waiting.writes);
    return batch.filter(isLeft);
  }

  async function writeBatch(
    c: CollectionName,
    all: readonly Waiting[],
  ): Promise<void> {
    const batch = await insertNew(c, all);
    if (batch.length === 0) return;
    const stored = await tables[c].loadReady(batch.map(({ id }) => id));
    const rows = batch.flatMap(({ id, writes }) => {
      const previous = stored.get(id);
      const ops = writes.map(({ op }) => op);
      const shown = rebase(shownOf(previous), ops);
      // A patch whose base is not back yet: it waits among the pending entries for the server's document.
      if (shown === null && !previous) return [];
      // What is this device's own affair has no number.
      const newest = Math.max(...writes.map(({ d }) => d));
      const applied = newest || (previous?.applied ?? 0);
      const marks = { ...marksOf(previous), applied };
      return nextVersion(c, id, previous, shown, marks) ?? [];
    });
    if (rows.length > 0) await tables[c].write(rows);
    for (const waiting of batch) ownWrites.drop(waiting, waiting.writes);
  }

  async function writeAll(): Promise<void> {
    for (const [c, waiting] of waitingByCollection(ownWrites))
      for (let i = 0; i < waiting.length; i += BATCH) {
        const batch = waiting.slice(i, i + BATCH);
        try {
          // Once more: the first failure may have been a conflict with what is in RxDB, which is then read again.
          await writeBatch(c, batch).catch(() => writeBatch(c, batch));
        } catch (error) {
          const keys = batch.map(({ id }) => ({ c, id }));
          report({ kind: "write-failed", keys, reason: String(error) });
        }
      }
  }
  return {
    flush: () => queue.run(writeAll),
    makeReady(ops) {
      const idsOf = new Map<CollectionName, Set<string>>();
      for (const { c, id, k } of ops)
        if (k !== "ins") {
          const ids = idsOf.get(c as CollectionName) ?? new Set();
          idsOf.set(c as CollectionName, ids.add(id));
        }
      for (const [c, ids] of idsOf)
        if (ids.size <= MOST_READY) tables[c].makeReady([...ids]);
    },
  };
}

/** Begins with what made it, on this device. */
function isMade({ writes }: Waiting): boolean {
  return writes[0]?.op.k === "ins";
}

function waitingByCollection(
  ownWrites: OwnWrites,
): ReadonlyMap<CollectionName, readonly Waiting[]> {
  const waiting = new Map<CollectionName, Waiting[]>();
  for (const { c, id } of ownWrites.keys()) {
    const list = waiting.get(c) ?? [];
    list.push({ c, id, writes: ownWrites.of(c, id) });
    waiting.set(c, list);
  }
  return waiting;
}
