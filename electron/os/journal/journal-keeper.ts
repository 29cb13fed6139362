import { createGroupCommit } from "./group-commit.ts";
import type { JournalRecord } from "./journal-record.ts";
import { counted, type Counters } from "./journal-counters.ts";
import {
  heldIn,
  remember,
  withRecords,
  type JournalMemory,
} from "./journal-state.ts";

/** Where records go: on disk when `append` resolves, all of them or none. One call at a time. */
export interface JournalLog {
  append(records: readonly JournalRecord[]): Promise<void>;
  /** Writes anew what is still remembered, and removes the old file; what it cannot do now the next start does. */
  rewrite?(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A record made from the counters as they are when its turn comes, behind those `before` it in the same write; null =
 * nothing to remember.
 */
export type Draft<R extends JournalRecord = JournalRecord> = (
  counters: Counters,
  before: readonly JournalRecord[],
) => R | null;

/** Puts records on disk and into `memory`, in that order. */
export interface JournalKeeper {
  readonly memory: JournalMemory;
  /** Rejects with the disk's error; then nothing was kept. */
  keep<R extends JournalRecord>(draft: Draft<R>): Promise<R | null>;
  /** For what may be lost without harm: the disk's refusal counts as nothing kept. */
  tryToKeep<R extends JournalRecord>(draft: Draft<R>): Promise<R | null>;
  /** The memory as it will be once `records`, not yet on disk, are remembered too. */
  after(records: readonly JournalRecord[]): JournalMemory;
  /** Resolves when everything asked for so far is settled. */
  drained(): Promise<void>;
}

export function createJournalKeeper(
  memory: JournalMemory,
  log: JournalLog,
): JournalKeeper {
  const commits = createGroupCommit<Draft, JournalRecord | null>(
    async (group) => {
      let { counters } = memory;
      const records: JournalRecord[] = [];
      const kept = group.map((draft) => {
        const record = draft(counters, records);
        if (record === null) return null;
        counters = counted(counters, record, () => heldIn(after(records)));
        records.push(record);
        return record;
      });
      if (records.length === 0) return kept;
      await log.append(records);
      for (const record of records) remember(memory, record);
      if (records.some(({ k }) => k === "erased"))
        await log.rewrite?.().catch(() => undefined);
      return kept;
    },
  );

  function after(records: readonly JournalRecord[]): JournalMemory {
    return records.length === 0 ? memory : withRecords(memory, records);
  }

  async function keep<R extends JournalRecord>(
    draft: Draft<R>,
  ): Promise<R | null> {
    return (await commits.submit(draft)) as R | null;
  }

  return {
    memory,
    keep,
    tryToKeep: (draft) => keep(draft).catch(() => null),
    after,
    drained: () => commits.drained(),
  };
}
