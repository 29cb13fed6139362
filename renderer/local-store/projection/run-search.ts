import type { Found } from "./messages.ts";
import type { Projection } from "./projection.ts";
import { readQuestion } from "./search/question.ts";
import { workNames } from "./slim-work.ts";

/**
 * A search in steps: contacts at once, then everything else. Between two steps whoever asks gets a turn, and a newer
 * search ends this one.
 */
export async function runSearch(
  projection: Projection,
  text: string,
  limit: number,
  isNewest: () => boolean,
  tell: (found: Found) => void,
): Promise<void> {
  const question = readQuestion(text);
  if (!question) return tell({ contacts: [], work: nothing });
  const contacts = projection.searchContacts(question, limit);
  tell({ contacts, work: null });
  const work: Partial<Found["work"] & object> = {};
  for (const c of workNames) {
    await aTurn();
    if (!isNewest()) return;
    Object.assign(work, { [c]: projection.searchWork(c, question, limit) });
  }
  tell({ contacts, work: work as NonNullable<Found["work"]> });
}

const nothing = Object.fromEntries(
  workNames.map((c) => [c, { total: 0, hits: [] }]),
) as unknown as NonNullable<Found["work"]>;

/** Messages that have arrived meanwhile are read. */
export function aTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
