import {
  dueTasks,
  fillInOrder,
  type PlannedTask,
} from "../../../shared/domain/due-tasks.ts";
import {
  weekLookBack,
  type RecordedInteraction,
} from "../../../shared/domain/written-up.ts";
import type {
  ContactRow,
  DueAnswer,
  DueList,
  DueQuestion,
  WeekAnswer,
  WeekQuestion,
} from "../store.ts";
import { createVersions, type Versions } from "./versions.ts";

export interface KnownContact {
  readonly row: ContactRow;
  /** Blocked for privacy: nothing may be logged about them (INT-13). */
  readonly blocked: boolean;
}

/** Planned work and what was recorded lately, in memory. No clock, no I/O. */
export interface Agenda {
  readonly tasks: Versions<PlannedTask>;
  readonly interactions: Versions<RecordedInteraction>;
  due(question: DueQuestion): DueAnswer;
  week(question: WeekQuestion): WeekAnswer;
}

export function createAgenda(
  contactOf: (id: string) => KnownContact | null,
): Agenda {
  const tasks = createVersions<PlannedTask>();
  const interactions = createVersions<RecordedInteraction>();

  function firstOf(list: readonly PlannedTask[], share: number): DueList {
    const rows = list.slice(0, share).map((task) => {
      const { contactId = "" } = task;
      return { task, contact: contactOf(contactId)?.row ?? null };
    });
    return { total: list.length, rows };
  }
  return {
    tasks,
    interactions,
    due({ today, salesperson, room, more }) {
      const lists = dueTasks(tasks.values(), today, salesperson);
      const [overdue = 0, now = 0, soon = 0] = fillInOrder(
        [lists.overdue.length, lists.today.length, lists.soon.length],
        room,
      );
      return {
        overdue: firstOf(lists.overdue, overdue + (more?.overdue ?? 0)),
        today: firstOf(lists.today, now + (more?.today ?? 0)),
        soon: firstOf(lists.soon, soon + (more?.soon ?? 0)),
      };
    },
    week({ today, salesperson, room }) {
      const { written, missing } = weekLookBack({
        tasks: tasks.values(),
        interactions: interactions.values(),
        contactOf(id) {
          const known = contactOf(id);
          if (!known || known.blocked) return null;
          return { salesperson: known.row.salesperson || undefined };
        },
        today,
        salesperson,
      });
      const rows = missing.slice(0, room).flatMap((one) => {
        const contact = contactOf(one.contactId)?.row;
        return contact ? [{ ...one, contact }] : [];
      });
      return { written, total: missing.length, rows };
    },
  };
}
