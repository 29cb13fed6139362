import { daysBetween, type CalendarDay } from "../core/calendar.ts";
import type { Code } from "../entities/code.ts";
import { applyDateFormula } from "./date-formula.ts";
import { starterCodes } from "./starter-codes.ts";

/** How often the contacts of a class are visited: code of the class → date formula (TSK-6). */
export type Cadences = ReadonlyMap<string, string>;

const KIND = "visitCadence";

/** Those of the company's own list, else of the starter list; inactive ones go on counting where they stand. */
export function cadencesOf(stored: readonly Code[]): Cadences {
  const own = stored.filter(({ kind }) => kind === KIND);
  const all =
    own.length > 0 ? own : starterCodes.filter(({ kind }) => kind === KIND);
  return new Map(
    all.flatMap(({ code, dateFormula }) =>
      dateFormula === undefined ? [] : [[code, dateFormula]],
    ),
  );
}

export const starterCadences = cadencesOf([]);

/**
 * The day by which a contact is to be visited: so long after the last visit; who was never visited is due since the card
 * is there. Null = no cadence, or one that cannot be read.
 */
export function nextVisit(
  formula: string | undefined,
  lastMet: CalendarDay | null,
  createdOn: CalendarDay | null,
): CalendarDay | null {
  if (formula === undefined) return null;
  return lastMet === null ? createdOn : applyDateFormula(formula, lastMet);
}

/** How many days a cadence is, about. */
export function cadenceDays(formula: string): number {
  const from = "2001-01-01";
  return daysBetween(from, applyDateFormula(formula, from) ?? from);
}

export type Light = "red" | "amber" | "green";

/** Red: over. Amber: due today or within a week. Green: later. */
export function visitLight(due: CalendarDay, today: CalendarDay): Light {
  const days = daysBetween(today, due);
  return days < 0 ? "red" : days <= 7 ? "amber" : "green";
}
