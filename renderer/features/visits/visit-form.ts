import { evaluations } from "../../../shared/domain/visit-outcomes.ts";
import {
  presetMinutes,
  type VisitDraft,
} from "../../../shared/domain/log-visit.ts";
import { parseNextStep } from "../../../shared/domain/parse-next-step.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { formatDay } from "../../ui/format.ts";
import { readTime, readVisitDay } from "./visit-day.ts";

export const outcomes = [...evaluations, "notReached"] as const;
export type Outcome = (typeof outcomes)[number];

/** The quick visit sheet as typed; also the shape of its draft. */
export interface VisitValues {
  readonly contactId: string;
  readonly template: string;
  readonly date: string;
  readonly time: string;
  /** Null until the person types their own: the preset counts. */
  readonly duration: string | null;
  readonly outcome: Outcome | "";
  readonly result: string;
  readonly nextStep: string;
}

export const DEFAULT_TEMPLATE = "ONSITE";

export function emptyVisit(
  contactId: string,
  today: string,
  time: string,
): VisitValues {
  return {
    contactId,
    template: DEFAULT_TEMPLATE,
    date: formatDay(today),
    time,
    duration: null,
    outcome: "",
    result: "",
    nextStep: "",
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
    time: text("time"),
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
export function problemsOf(values: VisitValues, today: string): VisitProblems {
  const day = readVisitDay(values.date, today);
  const minutes = (values.duration ?? "").trim();
  return {
    ...(values.contactId === "" ? { contactId: "visit.needWho" } : {}),
    ...(values.date.trim() === ""
      ? {}
      : day === null
        ? { date: "visit.badDate" }
        : day > today
          ? { date: "visit.future" }
          : {}),
    ...(values.time.trim() !== "" && readTime(values.time) === null
      ? { time: "visit.badTime" }
      : {}),
    ...(minutes !== "" && !/^\d{1,5}$/.test(minutes)
      ? { duration: "visit.badDuration" }
      : {}),
  };
}

/** What the rule takes, from values without problems. */
export function toDraft(values: VisitValues, today: string): VisitDraft {
  const date = readVisitDay(values.date, today);
  const time = readTime(values.time);
  const minutes = values.duration?.trim();
  const step = parseNextStep(values.nextStep, today);
  return {
    ...(date === null ? {} : { date }),
    ...(time === null ? {} : { time }),
    ...(minutes === undefined
      ? {}
      : { durationMin: minutes === "" ? null : Number(minutes) }),
    ...(values.result.trim() === "" ? {} : { result: values.result }),
    ...(values.outcome === ""
      ? {}
      : values.outcome === "notReached"
        ? { successful: false }
        : { evaluation: values.outcome }),
    ...(step ? { nextStep: step } : {}),
  };
}
