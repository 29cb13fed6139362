import type { JournalEntry } from "../../../shared/ipc/journal.ts";

/** What a server has said of what was restored, by documents. */
export interface RestoredCount {
  readonly waiting: number;
  readonly refused: number;
  /** Held or discarded by the person: not sent. */
  readonly aside: number;
  readonly taken: number;
}

/**
 * @param after the restore's entries have greater numbers
 * @param sent documents that it wrote and a server hears of
 */
export function countTaken(
  lists: Record<"pending" | "refused" | "aside", readonly JournalEntry[]>,
  after: number,
  sent: number,
): RestoredCount {
  const [waiting, refused, aside] = [
    documentsIn(lists.pending, after),
    documentsIn(lists.refused, after),
    documentsIn(lists.aside, after),
  ];
  const open = new Set([...waiting, ...refused, ...aside]);
  return {
    ...{ waiting: waiting.size, refused: refused.size, aside: aside.size },
    taken: Math.max(0, sent - open.size),
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
