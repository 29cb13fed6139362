import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { evaluations } from "../../../shared/domain/visit-outcomes.ts";
import {
  presetMinutes,
  type VisitDraft,
} from "../../../shared/domain/log-visit.ts";
import { parseNextStep } from "../../../shared/domain/parse-next-step.ts";
import { readDuration } from "../../../shared/domain/typed-duration.ts";
import {
  readMoment,
  readTime,
  type TypedMoment,
} from "../../../shared/domain/typed-moment.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { formatDay } from "../../ui/format.ts";

export const outcomes = [...evaluations, "notReached"] as const;
export type Outcome = (typeof outcomes)[number];

/** The quick visit sheet as typed; also the shape of its draft. */
export interface VisitValues {
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
}

export const DEFAULT_TEMPLATE = "ONSITE";

/** Whose "today" and words the typed texts are read with. */
export interface Reading {
  /** The work date. */
  readonly today: CalendarDay;
  /** BCP 47. */
  readonly language: string;
}

export function emptyVisit(contactId: string, today: CalendarDay): VisitValues {
  return {
    contactId,
    template: DEFAULT_TEMPLATE,
    date: formatDay(today),
    time: null,
    duration: null,
    outcome: "",
    result: "",
    nextStep: "",
  };
}

/** When it was, as far as the date field can be read; an empty one says nothing. */
export function momentOf(
  values: Pick<VisitValues, "date">,
  { today, language }: Reading,
): TypedMoment | null {
  return readMoment(values.date, today, language);
}

/** What stands in the time field: the person's own, else the moment of opening for a visit of the work date. */
export function shownTime(
  values: Pick<VisitValues, "date" | "time">,
  reading: Reading,
  opened: string,
): string {
  if (values.time !== null) return values.time;
  const moment = momentOf(values, reading);
  const isToday = moment?.date === reading.today || values.date.trim() === "";
  return isToday && !moment?.time ? opened : "";
}

/** The same, with days that move with the work date (`hier`) written out: a draft is read again on another day. */
export function settled(values: VisitValues, reading: Reading): VisitValues {
  const moment = momentOf(values, reading);
  if (moment === null) return values;
  const { date, time } = moment;
  return {
    ...values,
    date: formatDay(date),
    ...(time === null ? {} : { time }),
  };
}

/** What stands in the duration field: the person's own minutes, else the preset that will be saved. */
export function shownDuration(
  values: VisitValues,
  template: Code | null,
): string {
  if (values.duration !== null) return values.duration;
  const preset = presetMinutes(template, values.outcome !== "notReached");
  return preset === null ? "" : String(preset);
}

/** True once something was typed that would be a loss. */
export function isWorthKeeping(values: VisitValues): boolean {
  return (
    values.result.trim() !== "" ||
    values.nextStep.trim() !== "" ||
    values.outcome !== "" ||
    (values.duration ?? "").trim() !== ""
  );
}

/** A stored draft, or null when it is not one of this form. */
export function readDraft(value: unknown): VisitValues | null {
  if (typeof value !== "object" || value === null) return null;
  const row = value as Readonly<Record<string, unknown>>;
  const text = (key: keyof VisitValues) => {
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
  };
}

export type VisitProblems = Partial<
  Record<"contactId" | "date" | "time" | "duration", VisitProblem>
>;
export type VisitProblem =
  | "visit.needWho"
  | "visit.badDate"
  | "visit.future"
  | "visit.badTime"
  | "visit.badDuration";

/** Nothing but *who* is required; what was typed must be readable. */
export function problemsOf(
  values: VisitValues,
  reading: Reading,
): VisitProblems {
  const moment = momentOf(values, reading);
  const minutes = (values.duration ?? "").trim();
  return {
    ...(values.contactId === "" ? { contactId: "visit.needWho" } : {}),
    ...(values.date.trim() === ""
      ? {}
      : moment === null
        ? { date: "visit.badDate" }
        : moment.date > reading.today
          ? { date: "visit.future" }
          : {}),
    ...((values.time ?? "").trim() !== "" &&
    readTime(values.time ?? "") === null
      ? { time: "visit.badTime" }
      : {}),
    ...(minutes !== "" && readDuration(minutes) === null
      ? { duration: "visit.badDuration" }
      : {}),
  };
}

/**
 * What the rule takes, from values without problems. A time typed with the day counts more than the time field.
 *
 * @param opened `HH:MM` at which the sheet was opened
 */
export function toDraft(
  values: VisitValues,
  reading: Reading,
  opened: string,
): VisitDraft {
  const moment = momentOf(values, reading);
  const date = moment?.date ?? null;
  const time = moment?.time ?? readTime(shownTime(values, reading, opened));
  const minutes = values.duration?.trim();
  const step = parseNextStep(values.nextStep, reading.today);
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
    ...(step ? { nextStep: step } : {}),
  };
}
