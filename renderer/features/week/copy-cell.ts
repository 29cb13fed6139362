import type { WeekRow } from "../../../shared/domain/week/week-row.ts";
import { outcomeOf } from "./line-texts.ts";
import type { Column, Line } from "./week-line.ts";

/** What a cell takes over from the row above it, whatever kind of row that is. */
export function copiedFrom(above: Line, column: Column): Partial<WeekRow> {
  switch (above.kind) {
    case "typed": {
      const { row } = above;
      if (column === "when")
        return { day: row.day, time: row.time, when: row.when };
      if (column === "who") return { contactId: row.contactId, who: row.who };
      if (column === "kind") return { template: row.template };
      if (column === "with") return { attendees: row.attendees };
      return column === "opportunity"
        ? { opportunityId: row.opportunityId }
        : { [column]: row[column] };
    }
    case "logged": {
      const { visit, contact, step } = above;
      const minutes = visit.durationMin?.toString() ?? null;
      return {
        when: { day: visit.date, time: visit.time ?? "", when: null },
        who: { contactId: visit.contactId, who: contact?.name ?? "" },
        outcome: { outcome: outcomeOf(visit) },
        note: { note: visit.result ?? "" },
        nextStep: { nextStep: step?.description ?? "" },
        minutes: { minutes },
        kind: visit.template === undefined ? {} : { template: visit.template },
        with: { attendees: visit.attendees ?? [] },
        opportunity: { opportunityId: visit.opportunityId ?? "" },
      }[column];
    }
    case "ghost": {
      const { ghost, contact } = above;
      return {
        when: { day: ghost.day, time: ghost.time, when: null },
        who: {
          contactId: ghost.contactId,
          who: contact?.name ?? ghost.who,
        },
        outcome: {},
        note: { note: ghost.about },
        nextStep: {},
        minutes: {},
        kind: { template: ghost.template },
        ...{ with: {}, opportunity: {} },
      }[column];
    }
  }
}
