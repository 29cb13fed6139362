import {
  isCalendarDay,
  writtenDay,
  type CalendarDay,
} from "../../core/calendar.ts";
import {
  DEFAULT_TEMPLATE,
  outcomes,
  problemsOf,
  type Outcome,
  type Reading,
  type TypedVisit,
  type VisitProblem,
} from "../typed-visit.ts";

/** A visit of the week as it stands in its row, typed and not yet saved; also the shape of its draft. */
export interface WeekRow {
  /** Of the draft. */
  readonly id: string;
  /** What it will be saved as, and its next step: saved twice it is still one visit. */
  readonly visitId: string;
  readonly stepId: string;
  readonly day: CalendarDay;
  /** Empty = not said. */
  readonly time: string;
  /** Typed and not understood; null = day and time say it. */
  readonly when: string | null;
  readonly contactId: string;
  /** The name of the contact, or what was typed to find one. */
  readonly who: string;
  readonly template: string;
  readonly outcome: Outcome | "";
  readonly note: string;
  readonly nextStep: string;
  /** Null = the preset counts. */
  readonly minutes: string | null;
  /** Ids of the people met besides. */
  readonly attendees: readonly string[];
  /** Null until somebody chooses: the only open one counts. Empty = none. */
  readonly opportunityId: string | null;
  /** The task that this visit was; empty = none. */
  readonly taskId: string;
  /** What proposed it; empty = the person. */
  readonly ghost: string;
}

export type RowText = "when" | "who" | "note" | "nextStep" | "minutes";

export function emptyRow(
  newId: () => string,
  draftId: string,
  day: CalendarDay,
): WeekRow {
  return {
    id: draftId,
    visitId: newId(),
    stepId: newId(),
    day,
    time: "",
    when: null,
    contactId: "",
    who: "",
    template: DEFAULT_TEMPLATE,
    outcome: "",
    note: "",
    nextStep: "",
    minutes: null,
    attendees: [],
    opportunityId: null,
    taskId: "",
    ghost: "",
  };
}

/** Nothing was typed that would be a loss. */
export function isBlank(row: WeekRow): boolean {
  return (
    row.contactId === "" &&
    row.outcome === "" &&
    row.ghost === "" &&
    [row.when, row.who, row.note, row.nextStep, row.minutes].every(
      (text) => (text ?? "").trim() === "",
    )
  );
}

/** The same visit once more, of another id: same day and kind, and everything that was typed. */
export function duplicateOf(
  row: WeekRow,
  newId: () => string,
  draftId: string,
): WeekRow {
  return {
    ...row,
    ...{ id: draftId, visitId: newId(), stepId: newId() },
    ...{ taskId: "", ghost: "" },
  };
}

/** As the quick sheet has it, for the rules that both share. */
export function typedVisitOf(row: WeekRow): TypedVisit {
  return {
    contactId: row.contactId,
    template: row.template,
    date: row.when ?? writtenDay(row.day),
    time: row.time,
    duration: row.minutes,
    outcome: row.outcome,
    result: row.note,
    nextStep: row.nextStep,
    attendees: row.attendees,
    opportunityId: row.opportunityId,
    files: [],
    steps: [],
    opens: "",
  };
}

export type RowState =
  | { readonly kind: "blank" }
  | { readonly kind: "ready" }
  /** Begun, and nobody chosen yet. */
  | { readonly kind: "draft" }
  | {
      readonly kind: "error";
      readonly why: VisitProblem | "notFound" | "privacyBlocked";
    };

/** `blocked`: of the chosen contact. */
export function stateOf(
  row: WeekRow,
  reading: Reading,
  blocked: boolean,
): RowState {
  if (isBlank(row)) return { kind: "blank" };
  if (row.when !== null && row.when.trim() !== "")
    return { kind: "error", why: "badDate" };
  const { contactId, ...problems } = problemsOf(typedVisitOf(row), reading);
  const [why] = Object.values(problems);
  if (why !== undefined) return { kind: "error", why };
  if (contactId !== undefined)
    return row.who.trim() === ""
      ? { kind: "draft" }
      : { kind: "error", why: "notFound" };
  return blocked ? { kind: "error", why: "privacyBlocked" } : { kind: "ready" };
}

/** A stored row, or null when it is none. */
export function readRow(id: string, value: unknown): WeekRow | null {
  if (typeof value !== "object" || value === null) return null;
  const stored = value as Readonly<Record<string, unknown>>;
  const text = (key: keyof WeekRow) => {
    const found = stored[key];
    return typeof found === "string" ? found : "";
  };
  const orNull = (key: keyof WeekRow) =>
    typeof stored[key] === "string" ? text(key) : null;
  if (!isCalendarDay(text("day")) || text("visitId") === "") return null;
  return {
    id,
    visitId: text("visitId"),
    stepId: text("stepId"),
    day: text("day"),
    time: text("time"),
    when: orNull("when"),
    contactId: text("contactId"),
    who: text("who"),
    template: text("template"),
    outcome: outcomes.find((one) => one === stored["outcome"]) ?? "",
    note: text("note"),
    nextStep: text("nextStep"),
    minutes: orNull("minutes"),
    attendees: Array.isArray(stored["attendees"])
      ? stored["attendees"].filter((one) => typeof one === "string")
      : [],
    opportunityId: orNull("opportunityId"),
    taskId: text("taskId"),
    ghost: text("ghost"),
  };
}
