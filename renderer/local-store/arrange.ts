import type { Change } from "../../shared/domain/change.ts";
import { isCollection } from "../../shared/entities/registry.ts";
import type {
  Arranged,
  Arrangement,
  JournalEntry,
  JournalState,
} from "../../shared/ipc/journal.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { takenBack } from "../../shared/sync/set-aside.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import type { Listeners } from "./listeners.ts";
import type { OwnWrites } from "./own-writes.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { SerialQueue } from "./serial-queue.ts";
import type { Row } from "./stored-document.ts";

/** What a person does with what waits, is held or was refused. When it answers, the screens tell the same. */
export type Arrange = (arrangement: Arrangement) => Promise<Arranged>;

const ON_THIS_DEVICE_ONLY = 0;

interface Parts {
  readonly store: {
    get(c: DocumentKey["c"], id: string): Promise<unknown>;
  };
  readonly ownWrites: OwnWrites;
}

/** Journal first, then the readable copy: held work stays visible, discarded work goes, what is sent again is there. */
export function createArrange(
  deps: Parts & {
    readonly pending: Pick<PendingEntries, "arrange" | "pendingOpsOf">;
    readonly queue: SerialQueue;
    readonly flush: () => Promise<void>;
    readonly changes: Listeners<[readonly DocumentKey[]]>;
  },
): Arrange {
  const { pending, queue, flush, changes } = deps;
  return async (arrangement) => {
    await flush();
    const answer = await pending.arrange(arrangement);
    // Between two batches of the server's documents, never within one.
    await queue.run(async () => {
      if (arrangement.do === "discard") await takeBack(deps, answer.moved);
      if (arrangement.do === "resume" || arrangement.do === "resend")
        showAgain(
          deps,
          answer.moved.filter(({ refused }) => !refused),
        );
    });
    changes.tell(keysOf(answer.moved.flatMap(({ ops }) => ops)));
    await flush();
    return answer;
  };
}

/** What is sent again, and above it what was saved on the same documents since: that may be shown already. */
function showAgain(
  {
    pending,
    ownWrites,
  }: Parts & {
    readonly pending: Pick<PendingEntries, "pendingOpsOf">;
  },
  entries: readonly JournalEntry[],
): void {
  const first = Math.min(...entries.map(({ d }) => d));
  for (const { c, id } of keysOf(entries.flatMap(({ ops }) => ops)))
    for (const { d, op } of pending.pendingOpsOf(c, id, first - 1))
      ownWrites.add(d, [op]);
}

/**
 * At a start: of what was discarded only that whose empty entry still waits. Of the rest the server has spoken, and its
 * documents were stored before that was noted.
 */
export async function takeBackAtStart(
  parts: Parts,
  { discarded, pending }: Pick<JournalState, "discarded" | "pending">,
): Promise<void> {
  const waiting = new Set(pending.map(({ m }) => m));
  const open = discarded.filter(({ aside }) => waiting.has(aside?.slot ?? ""));
  await takeBack(parts, open);
}

async function takeBack(
  { store, ownWrites }: Parts,
  entries: readonly JournalEntry[],
): Promise<void> {
  // What the server has refused is not shown anyway.
  const ops = entries
    .filter(({ aside }) => aside?.from !== "refused")
    .flatMap((entry) => entry.ops);
  for (const { c, id } of keysOf(ops)) {
    const before = (await store.get(c, id)) as Row | null;
    const own = ops.filter((op) => op.c === c && op.id === id);
    const after = takenBack(before, own);
    const change = { c, id, before, after } as Change;
    ownWrites.add(ON_THIS_DEVICE_ONLY, toOps(change, 0));
  }
}

function keysOf(ops: readonly Op[]): readonly DocumentKey[] {
  const keys = new Map<string, DocumentKey>();
  for (const { c, id } of ops)
    if (isCollection(c)) keys.set(`${c}/${id}`, { c, id });
  return [...keys.values()];
}
