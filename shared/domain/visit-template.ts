import { isCalendarDay, type CalendarDay } from "../core/calendar.ts";
import { Step, type Code } from "../entities/code.ts";
import { applyDateFormula } from "./date-formula.ts";
import type { DatedStep, TypedVisit } from "./typed-visit.ts";

/** What is asked for behind a `/` at the end of a note, at its beginning or behind a blank; null = nothing. */
export function askedTemplate(note: string): string | null {
  return /(?:^|\s)\/(\S*)$/.exec(note)?.[1] ?? null;
}

/**
 * A visit of a template: its kind with its minutes and cost, its text where the `/` stood, the tasks that it wants done,
 * each so long after the day of the visit, and the opportunity that it opens (INT-3, INT-11). All of it may be changed.
 */
export function withTemplate(
  values: TypedVisit,
  template: Code,
  day: CalendarDay,
): TypedVisit {
  const { noteText = "", steps = [], cycle = "" } = template;
  const before = values.result.replace(/(^|\s)\/\S*$/, "$1");
  return {
    ...values,
    template: template.code,
    duration: null,
    result: `${before}${noteText}`,
    // Chosen anew, it is the other template's no more.
    steps: steps.map(({ type, description, dateFormula }) => ({
      ...{ type, description },
      date: applyDateFormula(dateFormula ?? "1W", day) ?? day,
    })),
    opens: cycle,
  };
}

/** Steps of a stored draft; what is none is left out. */
export function readSteps(value: unknown): readonly DatedStep[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const { date, ...step } = (one ?? {}) as Readonly<Record<string, unknown>>;
    const read = Step.safeParse(step);
    return read.success && typeof date === "string" && isCalendarDay(date)
      ? [{ type: read.data.type, description: read.data.description, date }]
      : [];
  });
}
