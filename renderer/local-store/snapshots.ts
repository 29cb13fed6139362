import { z } from "zod";
import { syncedCollections } from "../../shared/entities/registry.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { UpdateCopy } from "../../shared/ipc/updates.ts";
import { ParsedEnvelope, type Envelope } from "../../shared/sync/protocol.ts";
import type { Checkpoint, Replica } from "../../shared/sync/ports.ts";
import { withoutPending } from "../../shared/sync/rebase.ts";
import type { Tables } from "./background-writer.ts";
import type { PendingEntries } from "./pending-entries.ts";
import { createSerialQueue, type SerialQueue } from "./serial-queue.ts";

const PAGE = 500;
const DAY_MS = 20 * 3_600_000;

const Head = z.object({
  epoch: z.string(),
  cursors: z.record(z.string(), z.int()),
  deletionsUpTo: z.int().optional(),
});
const Piece = z.union([
  z.object({ docs: z.array(ParsedEnvelope) }),
  z.object({ checkpoint: Head }),
]);

type Asked = Pick<Bridge, "invoke">;

/**
 * Writes what the server has confirmed into a copy that the main process keeps. The checkpoint is read before the
 * documents: whatever comes meanwhile is asked for once more after it has been brought back. One after the other: the
 * one of the day, the one before an update, the one after an erasure.
 */
export function createSnapshotTaker(deps: {
  readonly tables: Tables;
  readonly pending: Pick<PendingEntries, "pendingOpsOf">;
  readonly queue: SerialQueue;
  readonly replica: Pick<Replica, "readCheckpoint">;
  readonly bridge: Asked;
}): () => Promise<boolean> {
  const { tables, pending, queue, replica, bridge } = deps;
  const turns = createSerialQueue();
  // What is asked for later must not hold what has been erased meanwhile: each is made anew.
  return () => turns.run(take);

  async function take(): Promise<boolean> {
    const checkpoint = await replica.readCheckpoint();
    const { epoch } = checkpoint;
    if (epoch === null || !isWorthCopying(checkpoint)) return false;
    const { token } = await bridge.invoke("snapshots/begin", undefined);
    const add = (piece: z.infer<typeof Piece>) =>
      bridge.invoke("snapshots/add", { token, text: JSON.stringify(piece) });
    for (const c of syncedCollections)
      for (let after = ""; ;) {
        const rows = await queue.run(() => tables[c].page(after, PAGE));
        const last = rows.at(-1);
        if (!last) break;
        after = last.id;
        const docs = rows.flatMap(({ id, v, seq, rev, epoch: of }) => {
          if (seq === null || rev === null || of !== epoch) return [];
          const own = pending.pendingOpsOf(c, id).map(({ op }) => op);
          const confirmed = withoutPending(v, own) as Envelope["v"];
          if (confirmed === null) return [];
          return [{ c, id, seq, rev, deleted: false, v: confirmed }];
        });
        await add({ docs });
      }
    const { cursors, deletionsUpTo } = checkpoint;
    const head = {
      ...{ epoch, cursors },
      ...(deletionsUpTo === undefined ? {} : { deletionsUpTo }),
    };
    await add({ checkpoint: head as z.infer<typeof Head> });
    return (await bridge.invoke("snapshots/finish", { token })).whole;
  }
}

/** Else never connected, or in the middle of a first sync: the journal or the server has it all. */
function isWorthCopying({ epoch, snapshot }: Checkpoint): boolean {
  return epoch !== null && !snapshot;
}

/** Before another version takes over; rejects when it cannot be made. */
export async function copyForUpdate(deps: {
  readonly replica: Pick<Replica, "readCheckpoint">;
  readonly takeSnapshot: () => Promise<boolean>;
}): Promise<UpdateCopy> {
  if (!isWorthCopying(await deps.replica.readCheckpoint()))
    return "none-needed";
  await deps.takeSnapshot();
  return "made";
}

/** Brings the newest copy that can be read back into a store that is new; false = there is none. */
export async function restoreSnapshot(deps: {
  readonly bridge: Asked;
  /** Newest first. */
  readonly names: readonly string[];
  readonly replica: Replica;
  /** Entries up to here are in what the server has confirmed. */
  readonly processedUpTo: number;
}): Promise<boolean> {
  const { bridge, replica } = deps;
  for (const name of deps.names) {
    let head: z.infer<typeof Head> | null = null;
    const docs: Envelope[] = [];
    for (let piece = 0; ; piece++) {
      const { text } = await bridge.invoke("snapshots/read", { name, piece });
      if (text === null) break;
      const read = Piece.parse(JSON.parse(text));
      if ("docs" in read) docs.push(...read.docs);
      else head = read.checkpoint;
    }
    if (head === null) continue;
    await replica.applySnapshot(head.epoch, docs, deps.processedUpTo);
    await replica.barrier();
    const { epoch, cursors, deletionsUpTo } = head;
    await replica.writeCheckpoint({
      ...{ epoch, cursors },
      ...(deletionsUpTo === undefined ? {} : { deletionsUpTo }),
    });
    return true;
  }
  return false;
}

/** When the newest copy was made, Unix ms; null = there is none. */
export function snapshotAt(names: readonly string[]): number | null {
  const [newest] = names;
  if (newest === undefined) return null;
  const [day = "", time = ""] = newest.split("T");
  const at = Date.parse(`${day}T${time.slice(0, 8).replaceAll("-", ":")}Z`);
  return Number.isNaN(at) ? null : at;
}

/** A clock that was set back makes it due, too. */
export function isSnapshotDue(names: readonly string[], now: number): boolean {
  const at = snapshotAt(names);
  return at === null || now - at >= DAY_MS || at > now;
}

const FIRST_LOOK_MS = 2 * 60_000;
const LOOK_MS = 3_600_000;

/** One a day, not in the first minutes; a disk that is full has its reason, and the next hour its turn. */
export function takeSnapshotDaily(deps: {
  readonly take: () => Promise<boolean>;
  readonly names: () => Promise<readonly string[]>;
  readonly now: () => number;
}): void {
  const look = async () => {
    if (isSnapshotDue(await deps.names(), deps.now())) await deps.take();
  };
  const attempt = () => void look().catch(() => undefined);
  setTimeout(() => {
    attempt();
    setInterval(attempt, LOOK_MS);
  }, FIRST_LOOK_MS);
}
