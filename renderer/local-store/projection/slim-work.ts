import type { PlannedTask } from "../../../shared/domain/due-tasks.ts";
import type { RecordedInteraction } from "../../../shared/domain/written-up.ts";

type Row = Readonly<Record<string, unknown>>;

const TASK = [
  "id",
  "contactId",
  "companyId",
  "type",
  "description",
  "date",
  "startTime",
  "status",
  "priority",
  "salesperson",
  "team",
  "canceled",
] as const satisfies readonly (keyof PlannedTask)[];

const INTERACTION = [
  "id",
  "contactId",
  "companyId",
  "date",
  "group",
  "salesperson",
  "attemptFailed",
  "canceled",
  "postponed",
  "amends",
  "attendees",
] as const satisfies readonly (keyof RecordedInteraction)[];

/** What the agenda keeps of a task: open ones, and meetings, which the week's look back wants done too. Null = nothing. */
export function slimTask(v: Row): PlannedTask | null {
  const task = pick(v, TASK) as unknown as PlannedTask;
  const open = task.status !== "completed";
  const kept = task.canceled !== true && (open || task.type === "meeting");
  return kept ? task : null;
}

/** What the agenda keeps of an interaction: nothing that was said. */
export function slimInteraction(v: Row): RecordedInteraction {
  return pick(v, INTERACTION) as unknown as RecordedInteraction;
}

function pick(v: Row, members: readonly string[]): Row {
  return Object.fromEntries(
    members.flatMap((name) => (v[name] === undefined ? [] : [[name, v[name]]])),
  );
}
