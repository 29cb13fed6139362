import { weekOf, type CalendarDay } from "../../../shared/core/calendar.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { StoreServices } from "../../local-store/store-context.ts";
import type { Store } from "../../local-store/store.ts";
import type { Owner } from "../../ui/session.ts";
import type { WeekKnown, WeekModel } from "./week-model.ts";

const MISSING = 50;
const TASKS = 100;

/** What the store says about a week and about the rows that are being typed in it. */
export async function readKnown(
  { store, agenda }: Pick<StoreServices, "store" | "agenda">,
  monday: CalendarDay,
  today: CalendarDay,
  owner: Owner,
  model: Pick<WeekModel, "visitIds">,
): Promise<WeekKnown> {
  const salesperson = owner.salesperson ?? null;
  const { sunday } = weekOf(monday);
  const [diary, look] = await Promise.all([
    agenda.diary({ monday, salesperson }),
    agenda.week({
      today: today < sunday ? today : sunday,
      ...{ salesperson, room: MISSING },
    }),
  ]);
  const found = await store.getMany("interactions", [
    ...diary.recorded,
    ...model.visitIds(),
  ]);
  const logged = diary.recorded.flatMap((id) => found.get(id) ?? []);
  const ids = logged.flatMap(({ opportunityId }) => opportunityId ?? []);
  const opportunities = await store.getMany("opportunities", ids);
  return {
    opportunities: new Map(
      [...opportunities].map(([id, { description }]) => [id, description]),
    ),
    logged,
    existing: new Set(found.keys()),
    steps: await stepsOf(store, logged),
    planned: diary.planned,
    // Of another week than the work date's the question is about that week.
    missing: today < monday ? [] : look.rows,
  };
}

async function stepsOf(
  store: Pick<Store, "byContact">,
  logged: readonly Interaction[],
): Promise<ReadonlyMap<string, Task>> {
  const ids = [...new Set(logged.map(({ contactId }) => contactId))];
  const tasks = await Promise.all(
    ids.map((id) => store.byContact("tasks", id, TASKS)),
  );
  const visits = new Set(logged.map(({ id }) => id));
  const steps = new Map<string, Task>();
  for (const task of tasks.flat())
    if (task.interactionId !== undefined && visits.has(task.interactionId))
      steps.set(task.interactionId, task);
  return steps;
}
