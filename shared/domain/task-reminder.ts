import { addDays, type CalendarDay } from "../core/calendar.ts";
import { isClosed } from "./close-task.ts";
import type { PlannedTask } from "./due-tasks.ts";

/** When one is told of a task that has a day and no time. */
const MORNING = "08:00";
/** So many days back: what became due while the machine slept over a weekend is still told. */
const DAYS_BACK = 3;
const DAYS_AHEAD = 7;
const MOST = 50;

export interface TaskReminder {
  readonly task: PlannedTask;
  /** Local time, `2026-03-13T08:00`. */
  readonly at: string;
}

/** When to tell of which open task, the earliest first: at its time, else in the morning of its day. */
export function taskReminders(
  tasks: Iterable<PlannedTask>,
  today: CalendarDay,
): readonly TaskReminder[] {
  const from = addDays(today, -DAYS_BACK);
  const to = addDays(today, DAYS_AHEAD);
  return [...tasks]
    .filter((task) => !isClosed(task) && task.date >= from && task.date <= to)
    .map((task) => ({ task, at: `${task.date}T${task.startTime ?? MORNING}` }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(0, MOST);
}
