import type { CalendarDay } from "../../../shared/core/calendar.ts";
import {
  shownDuration,
  type Outcome,
} from "../../../shared/domain/typed-visit.ts";
import { readDuration } from "../../../shared/domain/typed-duration.ts";
import {
  typedVisitOf,
  type WeekRow,
} from "../../../shared/domain/week/week-row.ts";
import {
  recordedEntry,
  type WeekEntry,
} from "../../../shared/domain/week/week-totals.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { KnownContact, Line } from "./week-line.ts";
import type { WeekWords } from "./week-words.ts";

/** What a row's cells say. */
export interface LineTexts {
  readonly day: CalendarDay;
  readonly time: string;
  readonly who: string;
  readonly where: string;
  readonly outcome: Outcome | "";
  readonly note: string;
  readonly nextStep: string;
  readonly minutes: string;
  readonly met: string;
  readonly opportunity: string;
  /** Empty when there is none. */
  readonly template: string;
  /** Nobody has typed these minutes. */
  readonly isPreset: boolean;
}

export function lineTexts(line: Line, words: WeekWords): LineTexts {
  const { contact } = line;
  const where = contact?.where ?? "";
  switch (line.kind) {
    case "typed": {
      const { row } = line;
      return {
        ...{ day: row.day, time: row.time, where, outcome: row.outcome },
        who: row.contactId === "" ? row.who : (contact?.name ?? row.who),
        ...{ note: row.note, nextStep: row.nextStep },
        minutes: minutesOf(row, contact, words),
        isPreset: row.minutes === null,
        ...{ met: line.met.join(", "), opportunity: line.opportunity },
        template: row.template,
      };
    }
    case "logged": {
      const { visit, step } = line;
      return {
        ...{ day: visit.date, time: visit.time ?? "", where },
        who: contact?.name ?? "",
        outcome: outcomeOf(visit),
        note: visit.result ?? ownDescription(visit, words),
        nextStep: step
          ? `${step.description} · ${words.shortDay(step.date)}`
          : "",
        minutes: visit.durationMin?.toString() ?? "",
        ...{ met: line.met.join(", "), opportunity: line.opportunity },
        isPreset: false,
        template: visit.template ?? "",
      };
    }
    case "ghost": {
      const { ghost } = line;
      return {
        ...{ day: ghost.day, time: ghost.time, where, outcome: "" },
        who: contact?.name ?? ghost.who,
        ...{ note: ghost.about, nextStep: "", met: "", opportunity: "" },
        minutes: ghost.minutes?.toString() ?? "",
        isPreset: true,
        template: ghost.template,
      };
    }
  }
}

/** What its kind says of itself is no result. */
function ownDescription(visit: Interaction, words: WeekWords): string {
  const { description = "", template = "" } = visit;
  return description === words.template(template)?.description
    ? ""
    : description;
}

function minutesOf(
  row: WeekRow,
  contact: KnownContact | null,
  words: WeekWords,
): string {
  if (row.contactId === "" && row.minutes === null) return "";
  const usual = contact?.presets?.(row.template).usualMinutes ?? null;
  return shownDuration(typedVisitOf(row), words.template(row.template), usual);
}

export function outcomeOf(visit: Interaction): Outcome | "" {
  return visit.attemptFailed === true ? "notReached" : (visit.evaluation ?? "");
}

/** What a row adds to the week's sums; null = nothing, a proposal or a row about nobody. */
export function entryOf(line: Line, words: WeekWords): WeekEntry | null {
  if (line.kind === "logged")
    return recordedEntry(line.visit, line.step !== null);
  if (line.kind === "ghost" || line.row.contactId === "") return null;
  const { row } = line;
  return {
    day: row.day,
    contactId: row.contactId,
    minutes: readDuration(minutesOf(row, line.contact, words)) ?? 0,
    costMinor: words.template(row.template)?.unitCostMinor ?? 0,
    followUp: row.nextStep.trim() !== "",
  };
}
