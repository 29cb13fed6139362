import { addDays, type CalendarDay } from "../core/calendar.ts";
import type { Task } from "../entities/task.ts";
import { isClosed } from "./close-task.ts";

/** What lists of planned work need of a task. */
export type PlannedTask = Pick<
  Task,
  | "id"
  | "contactId"
  | "companyId"
  | "type"
  | "description"
  | "date"
  | "startTime"
  | "status"
  | "priority"
  | "salesperson"
  | "team"
  | "canceled"
>;

/** Open tasks by when they are due; each list in the order of due day, time and priority. */
export interface DueTasks<T> {
  readonly overdue: readonly T[];
  readonly today: readonly T[];
  /** Tomorrow and the six days after. */
  readonly soon: readonly T[];
  readonly later: readonly T[];
}

/** Whose work one sees beside one's own: of these teams, and of these colleagues. */
export interface Colleagues {
  readonly teams: readonly string[];
  readonly salespeople: readonly string[];
}

const DAYS_AHEAD = 7;

/**
 * Whose work it is (TSK-1): the salesperson's own, their teams' (TSK-7), and what was planned before anybody was signed
 * in and is nobody's. A person without a code of their own sees everybody's.
 *
 * @param salesperson code of the person; null when they have none
 */
export function concerns(
  work: {
    readonly salesperson?: string | undefined;
    readonly team?: string | undefined;
  },
  salesperson: string | null,
  colleagues?: Colleagues,
): boolean {
  if (salesperson === null || work.salesperson === salesperson) return true;
  if (work.team !== undefined && colleagues?.teams.includes(work.team))
    return true;
  if (work.salesperson !== undefined)
    return colleagues?.salespeople.includes(work.salesperson) ?? false;
  return work.team === undefined;
}

/** What is open and was due, is due on the work date, within a week of it, or later. */
export function dueTasks<T extends PlannedTask>(
  tasks: Iterable<T>,
  today: CalendarDay,
  salesperson: string | null,
  colleagues?: Colleagues,
): DueTasks<T> {
  const overdue: T[] = [];
  const now: T[] = [];
  const soon: T[] = [];
  const later: T[] = [];
  const last = addDays(today, DAYS_AHEAD);
  for (const task of tasks) {
    if (isClosed(task) || !concerns(task, salesperson, colleagues)) continue;
    if (task.date < today) overdue.push(task);
    else if (task.date === today) now.push(task);
    else (task.date > last ? later : soon).push(task);
  }
  return {
    overdue: overdue.sort(byDue),
    today: now.sort(byDue),
    soon: soon.sort(byDue),
    later: later.sort(byDue),
  };
}

const RANK = { high: 0, normal: 1, low: 2 } as const;

export function byDue(a: PlannedTask, b: PlannedTask): number {
  return (
    ascending(a.date, b.date) ||
    // On a day, what has no time stands below what has one.
    ascending(a.startTime ?? "~", b.startTime ?? "~") ||
    RANK[a.priority ?? "normal"] - RANK[b.priority ?? "normal"] ||
    ascending(a.id, b.id)
  );
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many of each list stand in `room` places that are filled in the lists' order: the first list goes first. */
export function fillInOrder(
  lengths: readonly number[],
  room: number,
): readonly number[] {
  let left = room;
  return lengths.map((length) => {
    const share = Math.min(length, left);
    left -= share;
    return share;
  });
}
