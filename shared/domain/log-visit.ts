import type { CalendarDay } from "../core/calendar.ts";
import { addDays } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Code } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Task } from "../entities/task.ts";
import { addressOn } from "./alt-address.ts";
import type { Change } from "./change.ts";
import { employerOn } from "./employer.ts";
import type { NewId } from "./new-id.ts";

export interface VisitFacts {
  readonly contact: Contact;
  /** Who is said to have been met besides, as far as this device has them. */
  readonly met?: readonly Contact[];
  /** The interaction template chosen, if any. */
  readonly template: Code | null;
  /** The user's own salesperson code, if any. */
  readonly userSalesperson: string | null;
  /** Work date: nothing may be logged after it (INT-17). */
  readonly today: CalendarDay;
  /** `HH:MM` now, rounded up to the minute (INT-3). */
  readonly time: string;
  readonly newId: NewId;
}

/** What comes after a visit; an empty description takes the visit's own. */
export interface NextStep {
  readonly description?: string;
  /** Due day; absent = in a week. */
  readonly date?: CalendarDay;
  readonly type?: Task["type"];
}

/** What was typed about a visit. Everything may be missing: the contact is all that a visit needs. */
export interface VisitDraft {
  readonly date?: CalendarDay;
  readonly time?: string;
  readonly description?: string;
  readonly result?: string;
  readonly evaluation?: Interaction["evaluation"];
  /** False = an attempt that failed (INT-7); absent = successful. */
  readonly successful?: boolean;
  /** Absent = the preset, see `presetMinutes`; null = none on purpose. */
  readonly durationMin?: number | null;
  readonly costMinor?: number;
  readonly flow?: Interaction["flow"];
  readonly initiatedBy?: Interaction["initiatedBy"];
  readonly salesperson?: string;
  readonly attendees?: readonly string[];
  readonly contactVia?: string;
  readonly opportunityId?: string;
  /** The task that this visit was (TSK-3). */
  readonly taskId?: string;
  /** Kept unfinished on purpose: counts nowhere until it is finished (INT-8). */
  readonly postponed?: boolean;
  readonly nextStep?: NextStep;
  /** What the template wants done besides. */
  readonly further?: readonly NextStep[];
}

export type VisitRefusal =
  { readonly kind: "privacy-blocked" } | { readonly kind: "in-the-future" };

const NEXT_STEP_DAYS = 7;

/**
 * A visit, call or letter as one interaction, and its next step as an open task linked to it (INT-2, INT-3, INT-16).
 *
 * What was not typed comes from the template (group, description, cost, minutes, flow, initiated by), the user
 * (salesperson) and the contact (salesperson, language, channel, employer of the day: TYP-9, address of the day: INT-6). A description too long for its line is kept
 * whole in the result. Refused for a blocked contact (INT-13) and for a day after the work date (INT-17).
 */
export function logVisit(
  facts: VisitFacts,
  draft: VisitDraft,
): Result<readonly Change[], VisitRefusal> {
  if (facts.contact.privacyBlocked === true) {
    return refuse({ kind: "privacy-blocked" });
  }
  if ((draft.date ?? facts.today) > facts.today) {
    return refuse({ kind: "in-the-future" });
  }
  const interaction = toInteraction(facts, draft);
  const changes: Change[] = [
    {
      c: "interactions",
      id: interaction.id,
      before: null,
      after: interaction,
    },
  ];
  for (const step of [draft.nextStep ?? [], draft.further ?? []].flat()) {
    const task = toTask(facts, step, interaction);
    changes.push({ c: "tasks", id: task.id, before: null, after: task });
  }
  return ok(changes);
}

/**
 * Minutes that stand in the field until the person types their own: the template's (INT-3), but none for an attempt
 * that reached nobody (INT-7). Null = no duration.
 */
export function presetMinutes(
  template: Code | null,
  successful: boolean,
): number | null {
  return successful ? (template?.unitDurationMin ?? null) : null;
}

function toInteraction(facts: VisitFacts, draft: VisitDraft): Interaction {
  const { contact, template, today } = facts;
  const date = draft.date ?? today;
  const minutes =
    draft.durationMin === undefined
      ? presetMinutes(template, draft.successful !== false)
      : draft.durationMin;
  return present<Interaction>({
    id: facts.newId(),
    contactId: contact.id,
    companyId: employerOn(contact, date),
    date,
    // Now is no guess at when something happened on another day.
    time: draft.time ?? (date === today ? facts.time : undefined),
    template: template?.code,
    group: template?.group,
    description: line(draft.description, 100) ?? template?.description,
    result: line(
      [overflow(draft.description, 100), draft.result ?? ""].join("\n\n"),
      16_000,
    ),
    flow: draft.flow ?? template?.flow,
    initiatedBy: draft.initiatedBy ?? template?.initiatedBy,
    evaluation: draft.evaluation,
    attemptFailed: draft.successful === false ? true : undefined,
    costMinor: draft.costMinor ?? template?.unitCostMinor,
    durationMin: minutes ?? undefined,
    salesperson: salespersonOf(facts, draft.salesperson),
    language: contact.language,
    correspondence: contact.correspondence,
    contactVia: line(draft.contactVia, 254),
    altAddress: addressOn(contact, date)?.code,
    opportunityId: draft.opportunityId,
    taskId: draft.taskId,
    postponed: draft.postponed === true ? true : undefined,
    attendees: attendeesOf(facts, draft),
  });
}

function toTask(facts: VisitFacts, step: NextStep, visit: Interaction): Task {
  return present<Task>({
    id: facts.newId(),
    contactId: visit.contactId,
    companyId: employerOn(facts.contact, facts.today),
    type: step.type ?? "task",
    description:
      line(step.description, 100) ?? visit.description ?? facts.contact.name,
    date: step.date ?? addDays(facts.today, NEXT_STEP_DAYS),
    status: "notStarted",
    salesperson: visit.salesperson,
    interactionId: visit.id,
    opportunityId: visit.opportunityId,
    comment: line(overflow(step.description, 100), 16_000),
  });
}

/** INT-13: nothing is recorded about who is blocked, not that they were there either. */
function attendeesOf(
  { met = [] }: VisitFacts,
  { attendees = [] }: VisitDraft,
): string[] | undefined {
  const blocked = new Set(
    met.filter(({ privacyBlocked }) => privacyBlocked).map(({ id }) => id),
  );
  const there = attendees.filter((id) => !blocked.has(id));
  return there.length > 0 ? there : undefined;
}

/** INT-3: the user's own code, else the contact's. */
function salespersonOf(
  facts: VisitFacts,
  typed: string | undefined,
): string | undefined {
  return typed ?? facts.userSalesperson ?? facts.contact.salesperson;
}

/** Trimmed and cut to the field, never through a character; absent when nothing is left. */
function line(text: string | undefined, max: number): string | undefined {
  const cut = clean(text).slice(0, max).trim();
  const whole = cut.isWellFormed() ? cut : cut.slice(0, -1);
  return whole === "" ? undefined : whole;
}

/** A text too long for its one line, to be kept whole in the long text beside it: nothing typed is lost. */
function overflow(text: string | undefined, max: number): string {
  const whole = clean(text);
  return whole.length > max ? whole : "";
}

/** Without what no store takes (a NUL, half a character): one pasted sign must not keep a visit from being saved. */
function clean(text: string | undefined): string {
  return (text ?? "").replaceAll("\0", "").toWellFormed().trim();
}

/** Without the members that have no value: nothing empty is stored. */
function present<T extends object>(values: {
  [K in keyof T]: T[K] | undefined;
}): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as T;
}
