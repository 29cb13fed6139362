import type { JournalEntry } from "../../../shared/ipc/journal.ts";

/** What a server has said of what was restored, by documents. */
export interface RestoredCount {
  readonly waiting: number;
  readonly refused: number;
  readonly taken: number;
}

/**
 * @param after the restore's entries have greater numbers
 * @param sent documents that it wrote and a server hears of
 */
export function countTaken(
  { pending, refused }: Record<"pending" | "refused", readonly JournalEntry[]>,
  after: number,
  sent: number,
): RestoredCount {
  const waiting = documentsIn(pending, after);
  const not = documentsIn(refused, after);
  return {
    waiting: waiting.size,
    refused: not.size,
    taken: Math.max(0, sent - new Set([...waiting, ...not]).size),
  };
}

function documentsIn(
  entries: readonly JournalEntry[],
  after: number,
): ReadonlySet<string> {
  const own = entries.filter((one) => one.d > after && one.label === LABEL);
  return new Set(
    own.flatMap(({ ops }) => ops.map(({ c, id }) => `${c}/${id}`)),
  );
}

/** Of a restore's entries. */
export const LABEL = "action.restore";
