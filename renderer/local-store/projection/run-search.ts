import type { Found } from "./messages.ts";
import type { Projection } from "./projection.ts";
import { readQuestion } from "./search/question.ts";
import { workNames } from "./slim-work.ts";

/**
 * A search in steps: contacts at once, then everything else, as soon as that is there. Between two steps whoever asks gets
 * a turn, and a newer search ends this one.
 *
 * @param shown what answers now; at a start it is another one when everything is there
 * @param whole resolves when what was done with contacts can be asked
 */
export async function runSearch(
  shown: () => Projection,
  whole: Promise<void>,
  text: string,
  limit: number,
  isNewest: () => boolean,
  tell: (found: Found) => void,
): Promise<void> {
  const question = readQuestion(text);
  if (!question) return tell({ contacts: [], work: nothing });
  const first = shown();
  let contacts = first.searchContacts(question, limit);
  tell({ contacts, work: null });
  await whole;
  if (!isNewest()) return;
  const projection = shown();
  if (projection !== first)
    contacts = projection.searchContacts(question, limit);
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
