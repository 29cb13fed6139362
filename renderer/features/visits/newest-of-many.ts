import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { ContactRow, Store } from "../../local-store/store.ts";

/** So many people are asked at a time; who wants little asks few. */
const CHUNK = 50;
const SPARE = 5;
/** Of one contact, at most. */
const EACH = 500;

export interface Recorded {
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
  /** Further back there is more. */
  readonly more: boolean;
}

/** Everything about some contacts: for as few as a small company has. */
export async function allOf(
  store: Store,
  ids: readonly string[],
): Promise<Recorded> {
  const [interactions, tasks] = await Promise.all([
    Promise.all(ids.map((id) => store.byContact("interactions", id, EACH))),
    Promise.all(ids.map((id) => store.byContact("tasks", id, EACH))),
  ]);
  return {
    interactions: interactions.flat(),
    tasks: tasks.flat(),
    more: false,
  };
}

/**
 * The newest `want` interactions of thousands of people without asking each of them: those whom somebody has seen last
 * come first, until nobody who is left can have anything newer. Of planned work what is due first.
 */
export async function newestOfMany(
  store: Store,
  people: readonly ContactRow[],
  want: number,
): Promise<Recorded> {
  const seen = people
    .filter((row) => lastSeen(row) !== "")
    .toSorted((a, b) => lastSeen(b).localeCompare(lastSeen(a)));
  const interactions: Interaction[] = [];
  let asked = 0;
  while (asked < seen.length && !isEnough(interactions, want, seen[asked])) {
    const chunk = seen.slice(asked, asked + Math.min(CHUNK, want + SPARE));
    const read = await Promise.all(
      chunk.map(({ id }) => store.byContact("interactions", id, EACH)),
    );
    interactions.push(...read.flat());
    asked += chunk.length;
  }
  const due = people
    .filter(({ nextTask }) => nextTask !== undefined)
    .toSorted((a, b) => (a.nextTask ?? "").localeCompare(b.nextTask ?? ""));
  const tasks = await Promise.all(
    due.slice(0, CHUNK).map(({ id }) => store.byContact("tasks", id, EACH)),
  );
  return { interactions, tasks: tasks.flat(), more: asked < seen.length };
}

function lastSeen({ lastVisit = "", lastAttempt = "" }: ContactRow): string {
  return lastVisit > lastAttempt ? lastVisit : lastAttempt;
}

/** The last of the wanted ones is newer than anything of the next person. */
function isEnough(
  interactions: readonly Interaction[],
  want: number,
  next: ContactRow | undefined,
): boolean {
  if (!next || interactions.length < want) return false;
  const days = interactions.map(({ date }) => date).toSorted();
  return (days[days.length - want] ?? "") > lastSeen(next);
}
