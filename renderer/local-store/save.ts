import type { Change } from "../../shared/domain/change.ts";
import {
  entityOf,
  isServers,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { AppendResult, JournalEntry } from "../../shared/ipc/journal.ts";
import { MAX_OPS_PER_GROUP, type Op } from "../../shared/sync/protocol.ts";
import { isSaidByServer } from "../../shared/sync/restore-document.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { Listeners } from "./listeners.ts";
import { keepDrafts } from "./kept-drafts.ts";
import type { OwnWrites } from "./own-writes.ts";
import type { PendingEntries } from "./pending-entries.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { Save, SaveResult, Store } from "./store.ts";
import type { Unfinished } from "./unfinished.ts";

const NOTHING_TO_SEND = 0;

/**
 * Changes → operations → journal. `saved` as soon as the journal has answered and everything the person sees tells
 * the same; RxDB follows in the background. `failed`: nothing of it is shown as saved.
 *
 * An intention of more than 50 operations goes into several entries, in order. Should a later one fail, the earlier
 * ones are saved and shown, and the answer is `failed`: saving again then sends only the rest.
 */
export function createSave(deps: {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Pick<Store, "marks">;
  readonly pending: Pick<PendingEntries, "add">;
  readonly ownWrites: OwnWrites;
  readonly flush: () => Promise<void>;
  /** Hears of what the journal is asked for, before it has answered. */
  readonly makeReady: (ops: readonly Op[]) => void;
  readonly changes: Listeners<[readonly DocumentKey[]]>;
  /** Hears of every change at the moment it counts as saved; `d` is its entry. */
  readonly announce: (d: number, changes: readonly Change[]) => void;
  /** Holds every save until nothing of it is under way any more, its draft included. */
  readonly unfinished: Pick<Unfinished, "add">;
}): Save {
  const { bridge, pending, ownWrites, flush, changes, unfinished } = deps;
  // Answers are taken in the order of asking, so that two saves of one document keep theirs.
  const answers = createSerialQueue();

  async function journal(label: string, ops: Op[]): Promise<AppendResult> {
    const asked = bridge
      .invoke("journal/append", { label, ops })
      .catch(() => ({ status: "failed", reason: "io" }) as const);
    deps.makeReady(ops);
    return answers.run(async () => {
      const answer = await asked;
      if (answer.status === "failed") return answer;
      const entry = { ...answer.entry, ops };
      take(entry);
      return { status: "saved", entry };
    });
  }
  function take(entry: JournalEntry): void {
    // One on something that is held is held, too, and shown all the same.
    pending.add(entry);
    ownWrites.add(entry.d, entry.ops);
  }

  async function saveShared(
    label: string,
    shared: readonly Change[],
  ): Promise<SaveResult> {
    const ops = await opsOf(shared, deps.store);
    let d = NOTHING_TO_SEND;
    for (let i = 0; i < ops.length; i += MAX_OPS_PER_GROUP) {
      const part = ops.slice(i, i + MAX_OPS_PER_GROUP);
      const answer = await journal(label, part);
      if (answer.status === "failed") {
        if (d !== NOTHING_TO_SEND) changes.tell(keysOf(shared));
        return answer;
      }
      d = answer.entry.d;
    }
    // What is to be erased stays in sight until the server has done it.
    const seen = shared.filter(({ origin }) => origin !== "erased");
    if (d !== NOTHING_TO_SEND) deps.announce(d, seen);
    return { status: "saved", d };
  }

  /** What never leaves the device has no journal: it is saved when RxDB has it. */
  async function saveLocal(local: readonly Change[]): Promise<boolean> {
    const kept = keepDrafts(bridge, local);
    try {
      return await storeLocal(local);
    } finally {
      await kept;
    }
  }

  async function storeLocal(local: readonly Change[]): Promise<boolean> {
    const ops = await opsOf(local, deps.store);
    ownWrites.add(NOTHING_TO_SEND, ops);
    const writes = keysOf(local).map(
      (key) => [key, ownWrites.of(key.c, key.id)] as const,
    );
    changes.tell(keysOf(local));
    await flush();
    const failed = writes.filter(([{ c, id }, own]) =>
      own.some((write) => ownWrites.of(c, id).includes(write)),
    );
    for (const [key, own] of failed) ownWrites.drop(key, own);
    if (failed.length > 0) changes.tell(keysOf(local));
    return failed.length === 0;
  }

  async function saveAll(
    label: string,
    all: readonly Change[],
  ): Promise<SaveResult> {
    const local = all.filter((one) => staysHere(one.c) && isOurs(one));
    const shared = all.filter(({ c }) => !staysHere(c));
    const result = await saveShared(label, shared);
    if (result.status === "failed") {
      void flush();
      return result;
    }
    if (shared.length > 0) {
      changes.tell(keysOf(shared));
      void flush();
      // A draft that outlives its record is a nuisance; a record that waits for its draft would be a lie.
      if (local.length > 0) unfinished.add(saveLocal(local));
      return result;
    }
    if (local.length > 0 && !(await saveLocal(local)))
      return { status: "failed", reason: "io" };
    return result;
  }

  return (label, all) => {
    const saving = saveAll(label, all);
    unfinished.add(saving);
    return saving;
  };
}

/**
 * No server hears of it from here: what is this device's own, and what a server alone writes, which is brought back from
 * a backup where there is none.
 */
export function staysHere(c: CollectionName): boolean {
  return entityOf(c).localOnly === true || isServers(c);
}

/** An Undo after a server has said the same takes nothing of the server's away. */
function isOurs({ c, before }: Change): boolean {
  return !isServers(c) || before === null || !isSaidByServer(before);
}

async function opsOf(
  changes: readonly Change[],
  store: Pick<Store, "marks">,
): Promise<Op[]> {
  const ops: Op[] = [];
  for (const change of changes) {
    // Only a deletion says which revision it has seen.
    const marks =
      change.after === null ? await store.marks(change.c, change.id) : null;
    ops.push(...toOps(change, marks?.rev ?? 0));
  }
  return ops;
}

function keysOf(changes: readonly Change[]): readonly DocumentKey[] {
  return changes.map(({ c, id }) => ({ c, id }));
}
