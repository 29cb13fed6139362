import type { CalendarDay } from "../core/calendar.ts";
import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Task } from "../entities/task.ts";
import { amendedBy } from "./amendments.ts";
import { staysWithFormerEmployer } from "./employer.ts";

/** Sums over interactions that count (STA-1). */
export interface InteractionTotals {
  readonly interactions: number;
  readonly minutes: number;
  readonly costMinor: number;
}

/** The figures of a contact's card (STA-1). A day that there is not is null. */
export interface ContactStatistics extends InteractionTotals {
  /** Day of the last interaction that reached somebody (INT-7). */
  readonly lastInteraction: CalendarDay | null;
  /** Day of the last one that we started, reached or not (INT-7). */
  readonly lastAttempted: CalendarDay | null;
}

/**
 * STA-1: what counts. Cancelled and postponed entries count nowhere, and of a corrected one only the newest correction
 * does. Failed attempts count.
 */
export function countingInteractions<
  T extends Pick<Interaction, "id" | "amends" | "canceled" | "postponed">,
>(interactions: readonly T[]): readonly T[] {
  const corrected = amendedBy(interactions);
  return interactions.filter(
    ({ id, canceled, postponed }) =>
      canceled !== true && postponed !== true && !corrected.has(id),
  );
}

/** STA-1: number, minutes and cost, for a contact, a week or anything else that is a list of interactions. */
export function totalsOf(
  interactions: readonly Interaction[],
): InteractionTotals {
  const counting = countingInteractions(interactions);
  return {
    interactions: counting.length,
    minutes: sum(counting.map((one) => one.durationMin)),
    costMinor: sum(counting.map((one) => one.costMinor)),
  };
}

/**
 * STA-1 for one contact. A company's figures cover the company and all its persons: what was recorded under it, and
 * what its present `people` did under no company at all, as on its timeline. A person's figures are that person's
 * alone, without what stayed with a former employer (TYP-9).
 */
export function statisticsOf(
  contact: Contact,
  interactions: readonly Interaction[],
  people: readonly Pick<Contact, "id">[] = [],
  /** Which of them are the last one; corrections of others count all the same. */
  isOne: (interaction: Interaction) => boolean = () => true,
): ContactStatistics {
  const isCompany = contact.type === "company";
  const staff = new Set(people.map((person) => person.id));
  const own = interactions.filter(
    (one) =>
      (one.contactId === contact.id &&
        !staysWithFormerEmployer(contact, one)) ||
      (isCompany && one.companyId === contact.id) ||
      (isCompany && one.companyId === undefined && staff.has(one.contactId)),
  );
  const counting = countingInteractions(own);
  const latest = (list: readonly Interaction[]) =>
    list.reduce<CalendarDay | null>(
      (last, { date }) => (last === null || date > last ? date : last),
      null,
    );
  return {
    ...totalsOf(own),
    lastInteraction: latest(
      counting.filter((one) => one.attemptFailed !== true && isOne(one)),
    ),
    lastAttempted: latest(counting.filter((one) => one.initiatedBy === "us")),
  };
}

/** TSK-10: the day of the earliest open task, or null. */
export function nextTaskDate(tasks: readonly Task[]): CalendarDay | null {
  return tasks
    .filter((task) => task.status !== "completed" && task.canceled !== true)
    .reduce<CalendarDay | null>(
      (next, { date }) => (next === null || date < next ? date : next),
      null,
    );
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
}
