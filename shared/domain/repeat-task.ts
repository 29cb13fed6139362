import type { CalendarDay } from "../core/calendar.ts";
import type { Task } from "../entities/task.ts";
import { applyDateFormula } from "./date-formula.ts";
import type { NewId } from "./new-id.ts";

/** TSK-5: whether another one follows when it is closed. */
export function isRecurring(
  task: Pick<Task, "repeatEvery" | "repeatFrom">,
): boolean {
  return task.repeatEvery !== undefined && task.repeatFrom !== undefined;
}

/**
 * TSK-5: the task that follows a recurring one, not started, with everything that was planned and nothing of what has
 * become of it. Null when it does not recur, or would not come later.
 */
export function nextOf(
  task: Task,
  closedOn: CalendarDay,
  newId: NewId,
): Task | null {
  const { repeatEvery, repeatFrom } = task;
  if (repeatEvery === undefined || repeatFrom === undefined) return null;
  const base = repeatFrom === "due" ? task.date : closedOn;
  const date = applyDateFormula(repeatEvery, base);
  if (date === null || date <= base) return null;
  const {
    no: _no,
    closedOn: _closedOn,
    canceled: _canceled,
    completedBy: _completedBy,
    interactionId: _interactionId,
    ...planned
  } = task;
  return { ...planned, id: newId(), date, status: "notStarted" };
}
