import { writtenDay, type CalendarDay } from "../core/calendar.ts";
import { readSteps } from "./visit-template.ts";
import type { Task } from "../entities/task.ts";
import { readAttachments, type Attachment } from "./attachment.ts";
import { evaluations } from "./visit-outcomes.ts";
import { presetMinutes, type VisitDraft } from "./log-visit.ts";
import { parseNextStep } from "./parse-next-step.ts";
import { readDuration } from "./typed-duration.ts";
import { readMoment, readTime, type TypedMoment } from "./typed-moment.ts";
import type { Code } from "../entities/code.ts";

export const outcomes = [...evaluations, "notReached"] as const;
export type Outcome = (typeof outcomes)[number];

/** A visit as typed, in the quick sheet or in a row of the week; also the shape of its draft. */
export interface TypedVisit {
  readonly contactId: string;
  readonly template: string;
  readonly date: string;
  /** Null until the person types their own: of a visit today it is when the sheet was opened. */
  readonly time: string | null;
  /** Null until the person types their own: the preset counts. */
  readonly duration: string | null;
  readonly outcome: Outcome | "";
  readonly result: string;
  readonly nextStep: string;
  /** Ids of the people met besides. */
  readonly attendees: readonly string[];
  /** Null until the person chooses: the only open one counts. Empty = none. */
  readonly opportunityId: string | null;
  /** Photos and files; their bytes are on the disk. */
  readonly files: readonly Attachment[];
  /** What the template wants done besides the next step. */
  readonly steps: readonly DatedStep[];
  /** The sales cycle of the opportunity that the visit opens; empty = none. */
  readonly opens: string;
}

/** A task with its day. */
export interface DatedStep {
  readonly type: Task["type"];
  readonly description: string;
  readonly date: CalendarDay;
}

/** What a field shows as long as the person has not said otherwise. */
export interface Presets {
  /** `HH:MM` at which the sheet was opened. */
  readonly opened: string;
  /** Minutes of the last such visit with the contact; null = unknown. */
  readonly usualMinutes: number | null;
  /** The only open opportunity; empty = none or several. */
  readonly opportunityId: string;
}

export const DEFAULT_TEMPLATE = "ONSITE";
const OUTGOING_CALL = "OUTGOING";

/** Whose "today" and words the typed texts are read with. */
export interface Reading {
  /** The work date. */
  readonly today: CalendarDay;
  /** BCP 47. */
  readonly language: string;
}

export function emptyVisit(contactId: string, today: CalendarDay): TypedVisit {
  return {
    contactId,
    template: DEFAULT_TEMPLATE,
    date: writtenDay(today),
    time: null,
    duration: null,
    outcome: "",
    result: "",
    nextStep: "",
    attendees: [],
    opportunityId: null,
    files: [],
    steps: [],
    opens: "",
  };
}

/** A call that was just made: when it began and how long it took are known. */
export function callMade(
  contactId: string,
  today: CalendarDay,
  call: { readonly startedAt: number; readonly minutes: number },
): TypedVisit {
  const at = new Date(call.startedAt);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    ...emptyVisit(contactId, today),
    template: OUTGOING_CALL,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
    duration: String(call.minutes),
  };
}

/** The next one of a series: same day, same kind, somebody else. */
export function nextVisit(values: TypedVisit, reading: Reading): TypedVisit {
  const day = momentOf(values, reading)?.date ?? reading.today;
  return { ...emptyVisit("", day), template: values.template };
}

/** When it was, as far as the date field can be read; an empty one says nothing. */
export function momentOf(
  values: Pick<TypedVisit, "date">,
  { today, language }: Reading,
): TypedMoment | null {
  return readMoment(values.date, today, language);
}

/** What stands in the time field: the person's own, else the moment of opening for a visit of the work date. */
export function shownTime(
  values: Pick<TypedVisit, "date" | "time">,
  reading: Reading,
  opened: string,
): string {
  if (values.time !== null) return values.time;
  const moment = momentOf(values, reading);
  const isToday = moment?.date === reading.today || values.date.trim() === "";
  return isToday && !moment?.time ? opened : "";
}

/**
 * The same, with what moves with the clock written out, `hier` and the time of opening: a draft is read again later, or
 * on another day.
 */
export function settled(
  values: TypedVisit,
  reading: Reading,
  opened: string,
): TypedVisit {
  const moment = momentOf(values, reading);
  const isEmpty = values.date.trim() === "";
  const date = moment?.date ?? (isEmpty ? reading.today : null);
  const time = moment?.time ?? (shownTime(values, reading, opened) || null);
  return {
    ...values,
    date: date === null ? values.date : writtenDay(date),
    time: values.time === "" ? "" : time,
  };
}

/**
 * What was being typed about a contact, when a form that has begun otherwise turns to that contact: nothing of either
 * is lost. An untouched form takes it over whole.
 */
export function withWaiting(
  values: TypedVisit,
  waiting: TypedVisit,
): TypedVisit {
  if (!isWorthKeeping(values)) return waiting;
  const both = (own: string, other: string, between: string) =>
    [other, own].filter((text) => text.trim() !== "").join(between);
  return {
    ...values,
    outcome: values.outcome || waiting.outcome,
    duration: values.duration ?? waiting.duration,
    result: both(values.result, waiting.result, "\n"),
    nextStep: both(values.nextStep, waiting.nextStep, " · "),
    attendees: [...new Set([...values.attendees, ...waiting.attendees])],
    opportunityId: values.opportunityId ?? waiting.opportunityId,
    files: joined(waiting.files, values.files),
    steps: [...waiting.steps, ...values.steps],
    opens: values.opens || waiting.opens,
  };
}

/** The same bytes are attached once. */
export function joined(
  files: readonly Attachment[],
  more: readonly Attachment[],
): readonly Attachment[] {
  const byHash = [...files, ...more].map((one) => [one.sha256, one] as const);
  return [...new Map(byHash).values()];
}

/** What stands in the duration field: the person's own minutes, else those of the last such visit, else the template's. */
export function shownDuration(
  values: TypedVisit,
  template: Code | null,
  usual: number | null,
): string {
  if (values.duration !== null) return values.duration;
  const took = values.outcome !== "notReached";
  const preset = (took ? usual : null) ?? presetMinutes(template, took);
  return preset === null ? "" : String(preset);
}

/** True once something was typed that would be a loss. */
export function isWorthKeeping(values: TypedVisit): boolean {
  return (
    values.result.trim() !== "" ||
    values.nextStep.trim() !== "" ||
    values.outcome !== "" ||
    (values.duration ?? "").trim() !== "" ||
    values.attendees.length > 0 ||
    values.files.length > 0 ||
    values.steps.length > 0 ||
    values.opens !== ""
  );
}

/** A stored draft, or null when it is not one of this form. */
export function readDraft(value: unknown): TypedVisit | null {
  if (typeof value !== "object" || value === null) return null;
  const row = value as Readonly<Record<string, unknown>>;
  const text = (key: keyof TypedVisit) => {
    const found = row[key];
    return typeof found === "string" ? found : "";
  };
  return {
    contactId: text("contactId"),
    template: text("template"),
    date: text("date"),
    time: typeof row["time"] === "string" ? row["time"] : null,
    duration: typeof row["duration"] === "string" ? row["duration"] : null,
    outcome: outcomes.find((one) => one === row["outcome"]) ?? "",
    result: text("result"),
    nextStep: text("nextStep"),
    attendees: Array.isArray(row["attendees"])
      ? row["attendees"].filter((one) => typeof one === "string")
      : [],
    opportunityId:
      typeof row["opportunityId"] === "string" ? row["opportunityId"] : null,
    files: readAttachments(row["files"]),
    steps: readSteps(row["steps"]),
    opens: text("opens"),
  };
}

export type VisitProblems = Partial<
  Record<"contactId" | "date" | "time" | "duration", VisitProblem>
>;
export type VisitProblem =
  "needWho" | "badDate" | "future" | "badTime" | "badDuration";

/** Nothing but *who* is required; what was typed must be readable. */
export function problemsOf(
  values: TypedVisit,
  reading: Reading,
): VisitProblems {
  const moment = momentOf(values, reading);
  const minutes = (values.duration ?? "").trim();
  return {
    ...(values.contactId === "" ? { contactId: "needWho" } : {}),
    ...(values.date.trim() === ""
      ? {}
      : moment === null
        ? { date: "badDate" }
        : moment.date > reading.today
          ? { date: "future" }
          : {}),
    ...((values.time ?? "").trim() !== "" &&
    readTime(values.time ?? "") === null
      ? { time: "badTime" }
      : {}),
    ...(minutes !== "" && readDuration(minutes) === null
      ? { duration: "badDuration" }
      : {}),
  };
}

/**
 * What the rule takes, from values without problems. A time typed with the day counts more than the time field.
 */
export function toDraft(
  values: TypedVisit,
  reading: Reading,
  presets: Presets,
): VisitDraft {
  const moment = momentOf(values, reading);
  const date = moment?.date ?? null;
  const time =
    moment?.time ?? readTime(shownTime(values, reading, presets.opened));
  const usual = values.outcome === "notReached" ? null : presets.usualMinutes;
  const minutes = values.duration?.trim() ?? usual?.toString();
  // INT-11: one that it opens is its only one.
  const opportunityId =
    values.opens === "" ? (values.opportunityId ?? presets.opportunityId) : "";
  const step = parseNextStep(values.nextStep, reading.today, reading.language);
  return {
    ...(date === null ? {} : { date }),
    ...(time === null ? {} : { time }),
    ...(minutes === undefined
      ? {}
      : { durationMin: minutes === "" ? null : readDuration(minutes) }),
    ...(values.result.trim() === "" ? {} : { result: values.result }),
    ...(values.outcome === ""
      ? {}
      : values.outcome === "notReached"
        ? { successful: false }
        : { evaluation: values.outcome }),
    ...(values.attendees.length > 0 ? { attendees: values.attendees } : {}),
    ...(opportunityId === "" ? {} : { opportunityId }),
    ...(step ? { nextStep: step } : {}),
    ...(values.steps.length > 0 ? { further: values.steps } : {}),
  };
}
