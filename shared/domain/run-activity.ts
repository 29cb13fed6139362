import type { CalendarDay } from "../core/calendar.ts";
import type { Code } from "../entities/code.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";
import { applyDateFormula } from "./date-formula.ts";
import type { NewId } from "./new-id.ts";

/** Who the steps of an activity are for, and what they are about. */
export type ActivityFor = Pick<
  Task,
  "contactId" | "companyId" | "salesperson" | "team" | "opportunityId"
>;

/** TSK-9: the steps of an activity as tasks, all at once; each is due at the start day plus its formula. */
export function runActivity(
  activity: Pick<Code, "steps">,
  start: CalendarDay,
  about: ActivityFor,
  newId: NewId,
): readonly Change[] {
  return (activity.steps ?? []).map((step) => {
    const { dateFormula, ...of } = step;
    const date = dateFormula && applyDateFormula(dateFormula, start);
    const after: Task = {
      ...about,
      ...of,
      id: newId(),
      date: date || start,
      status: "notStarted",
    };
    return { c: "tasks", id: after.id, before: null, after };
  });
}
