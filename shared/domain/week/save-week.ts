import type { Code } from "../../entities/code.ts";
import type { Contact } from "../../entities/contact.ts";
import type { Task } from "../../entities/task.ts";
import type { Change } from "../change.ts";
import { completeTask } from "../close-task.ts";
import { logVisit } from "../log-visit.ts";
import type { NewId } from "../new-id.ts";
import { toDraft, type Presets, type Reading } from "../typed-visit.ts";
import { stateOf, typedVisitOf, type WeekRow } from "./week-row.ts";

export interface SaveWeekFacts {
  readonly reading: Reading;
  readonly userSalesperson: string | null;
  /** `HH:MM` now. */
  readonly time: string;
  readonly contactOf: (id: string) => Contact | null;
  readonly templateOf: (code: string) => Code | null;
  readonly presetsOf: (row: WeekRow) => Omit<Presets, "opened">;
  readonly taskOf: (id: string) => Task | null;
  /** Of what follows a recurring task. */
  readonly newId: NewId;
}

/**
 * The rows that are ready, as one intention: each visit with its next step, and the task that it was done (TSK-3), unless
 * nobody was reached. What is not ready stays a draft. Ids are those of the rows: saved again it is the same visit.
 */
export function saveWeek(
  rows: readonly WeekRow[],
  facts: SaveWeekFacts,
): { readonly changes: readonly Change[]; readonly saved: readonly WeekRow[] } {
  const changes: Change[] = [];
  const saved: WeekRow[] = [];
  const closed = new Set<string>();
  for (const row of rows) {
    const visit = changesOf(row, facts);
    if (visit === null) continue;
    saved.push(row);
    changes.push(...visit);
    const task = facts.taskOf(row.taskId);
    if (!task || row.outcome === "notReached" || closed.has(task.id)) continue;
    closed.add(task.id);
    const done = completeTask(task, {
      today: facts.reading.today,
      by: facts.userSalesperson,
      newId: facts.newId,
    });
    // A team's task says who has done it (TSK-7): of who has no code it stays open.
    if (done.ok) changes.push(...done.value);
  }
  return { changes, saved };
}

function changesOf(
  row: WeekRow,
  facts: SaveWeekFacts,
): readonly Change[] | null {
  const { reading, userSalesperson, time } = facts;
  const contact = facts.contactOf(row.contactId);
  const blocked = contact?.privacyBlocked === true;
  if (!contact || stateOf(row, reading, blocked).kind !== "ready") return null;
  const ids = [row.visitId, row.stepId];
  const presets = { ...facts.presetsOf(row), opened: "" };
  const logged = logVisit(
    {
      contact,
      met: row.attendees.flatMap((id) => facts.contactOf(id) ?? []),
      template: facts.templateOf(row.template),
      ...{ userSalesperson, today: reading.today, time },
      newId: () => ids.shift() ?? row.stepId,
    },
    {
      ...toDraft(typedVisitOf(row), reading, presets),
      ...(row.taskId === "" ? {} : { taskId: row.taskId }),
    },
  );
  return logged.ok ? logged.value : null;
}
