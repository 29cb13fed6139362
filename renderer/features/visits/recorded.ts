import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { HappenedAnswer, Store } from "../../local-store/store.ts";

/** Of one contact, at most. */
const EACH = 500;

export interface Recorded {
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
}

/**
 * Everything about some contacts, without waiting for anything but the store.
 *
 * @returns null: of one of them there is too much
 */
export async function allOf(
  store: Store,
  ids: readonly string[],
): Promise<Recorded | null> {
  const [interactions, tasks] = await Promise.all([
    Promise.all(ids.map((id) => store.byContact("interactions", id, EACH))),
    Promise.all(ids.map((id) => store.byContact("tasks", id, EACH))),
  ]);
  if ([...interactions, ...tasks].some(({ length }) => length === EACH))
    return null;
  return { interactions: interactions.flat(), tasks: tasks.flat() };
}

/** Those that the projection has named. */
export async function namedIn(
  store: Store,
  answer: HappenedAnswer,
): Promise<Recorded> {
  const [interactions, tasks] = await Promise.all([
    store.getMany("interactions", answer.interactions),
    store.getMany("tasks", answer.tasks),
  ]);
  return {
    interactions: [...interactions.values()],
    tasks: [...tasks.values()],
  };
}
