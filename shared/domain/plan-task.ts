import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";
import { isClosed } from "./close-task.ts";
import { isDateFormula } from "./date-formula.ts";
import { employerOn } from "./employer.ts";
import type { NewId } from "./new-id.ts";

/** What the form of a task holds; absent = none. */
export interface TaskDraft {
  readonly type: Task["type"];
  readonly description: string;
  readonly date: CalendarDay;
  readonly startTime?: string | undefined;
  readonly durationMin?: number | undefined;
  readonly location?: string | undefined;
  readonly priority?: Task["priority"];
  readonly status?: Task["status"];
  readonly salesperson?: string | undefined;
  readonly team?: string | undefined;
  readonly comment?: string | undefined;
  readonly attendees?: readonly string[];
  readonly repeatEvery?: string | undefined;
  readonly repeatFrom?: Task["repeatFrom"];
}

export interface PlanFacts {
  /** Null = about nobody. */
  readonly contact: Contact | null;
  readonly newId: NewId;
  /** Where it comes from: a visit (INT-11), an opportunity. */
  readonly from?: Pick<Task, "interactionId" | "opportunityId">;
}

export type PlanRefusal = {
  readonly kind:
    | "description-missing"
    | "nobody"
    | "type-kept"
    | "no-formula"
    | "base-missing";
};

/** TSK-1: a new task, of a salesperson or a team, on a day. With a contact it stands on the contact's card (TSK-8). */
export function planTask(
  { contact, newId, from }: PlanFacts,
  draft: TaskDraft,
): Result<readonly Change[], PlanRefusal> {
  const no = refusalOf(draft);
  if (no) return refuse({ kind: no });
  const after = present<Task>({
    ...from,
    ...of(contact, draft.date),
    ...values(draft),
    id: newId(),
    status: draft.status ?? "notStarted",
  });
  return ok([{ c: "tasks", id: after.id, before: null, after }]);
}

/** TSK-4: a meeting stays one, and nothing else becomes one; what is closed is reopened first (TSK-2). */
export function editTask(
  before: Task,
  contact: Contact | null,
  draft: TaskDraft,
): Result<readonly Change[], PlanRefusal> {
  const no = refusalOf(draft);
  if (no) return refuse({ kind: no });
  if (!typesFor(before).includes(draft.type))
    return refuse({ kind: "type-kept" });
  const { contactId: _contact, companyId: _company, ...others } = before;
  const after = present<Task>({
    ...others,
    ...(contact?.id === before.contactId
      ? { contactId: before.contactId, companyId: before.companyId }
      : of(contact, draft.date)),
    ...values(draft),
    status: isClosed(before) ? before.status : (draft.status ?? before.status),
  });
  return ok([{ c: "tasks", id: before.id, before, after }]);
}

/** TSK-4: what a task may be from now on. */
export function typesFor(task: Pick<Task, "type">): readonly Task["type"][] {
  return task.type === "meeting" ? ["meeting"] : ["task", "phoneCall"];
}

/** To a later day, which its status tells; a closed one stays as it is. */
export function postponeTask(
  before: Task,
  date: CalendarDay,
): readonly Change[] {
  if (isClosed(before) || before.date === date) return [];
  const after: Task = { ...before, date, status: "postponed" };
  return [{ c: "tasks", id: before.id, before, after }];
}

function refusalOf(draft: TaskDraft): PlanRefusal["kind"] | null {
  if (draft.description.trim() === "") return "description-missing";
  if (!draft.salesperson && !draft.team) return "nobody";
  if (draft.repeatEvery === undefined) return null;
  if (!isDateFormula(draft.repeatEvery)) return "no-formula";
  return draft.repeatFrom === undefined ? "base-missing" : null;
}

function values(draft: TaskDraft) {
  const { repeatEvery, attendees = [] } = draft;
  return {
    ...draft,
    description: draft.description.trim(),
    comment: draft.comment?.trim() || undefined,
    location: draft.location?.trim() || undefined,
    priority: draft.priority ?? "normal",
    attendees: attendees.length > 0 ? [...attendees] : undefined,
    repeatFrom: repeatEvery === undefined ? undefined : draft.repeatFrom,
  };
}

function of(contact: Contact | null, date: CalendarDay) {
  return contact === null
    ? {}
    : { contactId: contact.id, companyId: employerOn(contact, date) };
}

function present<T extends object>(values: {
  [K in keyof T]?: T[K] | undefined;
}): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as T;
}
