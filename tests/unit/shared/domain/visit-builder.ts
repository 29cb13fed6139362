import type { Interaction } from "../../../../shared/entities/interaction.ts";
import type { Task } from "../../../../shared/entities/task.ts";
import { companyId, otherCompanyId, personId } from "./contact-builder.ts";

export const anninaId = "0190a0a0-0000-7000-8000-000000000013";

let n = 0;
function nextId(): string {
  return `0190a0a0-0000-7000-8000-0000000${(90000 + ++n).toString()}`;
}

export function visit(values: Partial<Interaction> = {}): Interaction {
  return {
    id: nextId(),
    contactId: personId,
    date: "2026-03-09",
    initiatedBy: "us",
    ...values,
  };
}

export function task(values: Partial<Task> = {}): Task {
  return {
    id: nextId(),
    contactId: personId,
    type: "phoneCall",
    description: "call",
    date: "2026-03-20",
    status: "notStarted",
    ...values,
  };
}

/** The four visits of story A8, as `logVisit` makes them. */
export function weekOfA8(): readonly [
  Interaction,
  Interaction,
  Interaction,
  Interaction,
] {
  return [
    visit({
      companyId,
      date: "2026-03-09",
      time: "10:00",
      template: "ONSITE",
      durationMin: 90,
      costMinor: 4500,
      evaluation: "positive",
    }),
    visit({
      contactId: otherCompanyId,
      companyId: otherCompanyId,
      date: "2026-03-10",
      time: "14:30",
      template: "ONSITE",
      durationMin: 180,
      costMinor: 4500,
      evaluation: "neutral",
    }),
    visit({
      contactId: anninaId,
      date: "2026-03-11",
      time: "09:00",
      template: "OUTGOING",
      durationMin: 5,
      costMinor: 100,
      attemptFailed: true,
    }),
    visit({
      companyId,
      date: "2026-03-12",
      time: "16:00",
      template: "INCOME",
      durationMin: 15,
      costMinor: 0,
      initiatedBy: "them",
      evaluation: "veryPositive",
    }),
  ];
}
