import type { CalendarDay } from "../core/calendar.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";

/** Done or cancelled: nothing is left to do (TSK-2). */
export function isClosed(task: Pick<Task, "status" | "canceled">): boolean {
  return task.status === "completed" || task.canceled === true;
}

/**
 * Completed on the work date by the person themselves (TSK-2). Nothing changes on a task that is closed.
 *
 * @param salesperson code of the person; null when they have none
 */
export function closeTask(
  task: Task,
  today: CalendarDay,
  salesperson: string | null,
): readonly Change[] {
  if (isClosed(task)) return [];
  const { completedBy: _former, ...open } = task;
  const after: Task = {
    ...open,
    status: "completed",
    closedOn: today,
    ...(salesperson === null ? {} : { completedBy: salesperson }),
  };
  return [{ c: "tasks", id: task.id, before: task, after }];
}

/** In progress again: without closing day, cancel mark and who completed it (TSK-2). Nothing changes on an open task. */
export function reopenTask(task: Task): readonly Change[] {
  if (!isClosed(task)) return [];
  const {
    closedOn: _day,
    canceled: _canceled,
    completedBy: _who,
    ...rest
  } = task;
  const after: Task = { ...rest, status: "inProgress" };
  return [{ c: "tasks", id: task.id, before: task, after }];
}
