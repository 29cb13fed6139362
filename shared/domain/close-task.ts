import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";
import type { NewId } from "./new-id.ts";
import { nextOf } from "./repeat-task.ts";
import { withValue } from "./with-value.ts";

/** Done or cancelled: nothing is left to do (TSK-2). */
export function isClosed(task: Pick<Task, "status" | "canceled">): boolean {
  return task.status === "completed" || task.canceled === true;
}

export interface Closing {
  /** The work date. */
  readonly today: CalendarDay;
  /** Who has done it, by their code; null when they have none. */
  readonly by: string | null;
  readonly newId: NewId;
}

/**
 * Completed on the work date (TSK-2), the next of a recurring one planned at once (TSK-5). A team's task says who has
 * done it (TSK-7). Nothing changes on a task that is closed.
 */
export function completeTask(
  task: Task,
  { today, by, newId }: Closing,
): Result<readonly Change[], { readonly kind: "who-missing" }> {
  if (isClosed(task)) return ok([]);
  if (task.team !== undefined && by === null)
    return refuse({ kind: "who-missing" });
  const after: Task = withValue(
    { ...task, status: "completed", closedOn: today },
    "completedBy",
    by,
  );
  return ok([
    { c: "tasks", id: task.id, before: task, after },
    ...followed(task, today, newId),
  ]);
}

/** TSK-2: cancelling closes. Whether the next of a recurring task follows is asked (TSK-5). */
export function cancelTask(
  task: Task,
  today: CalendarDay,
  newId: NewId,
  withNext: boolean,
): readonly Change[] {
  if (isClosed(task)) return [];
  const after: Task = {
    ...task,
    status: "completed",
    canceled: true,
    closedOn: today,
  };
  return [
    { c: "tasks", id: task.id, before: task, after },
    ...(withNext ? followed(task, today, newId) : []),
  ];
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

function followed(
  task: Task,
  closedOn: CalendarDay,
  newId: NewId,
): readonly Change[] {
  const after = nextOf(task, closedOn, newId);
  return after ? [{ c: "tasks", id: after.id, before: null, after }] : [];
}
