import type { CalendarDay } from "../core/calendar.ts";
import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Task } from "../entities/task.ts";
import { amendedBy } from "./amendments.ts";
import { staysWithFormerEmployer } from "./employer.ts";

interface Dated {
  readonly id: string;
  readonly contactId: string | undefined;
  readonly date: CalendarDay;
  /** `HH:MM`, absent where nobody said when. */
  readonly time: string | undefined;
}

/** One thing on a contact's card, with the document that it shows. */
export type TimelineItem =
  | (Dated & {
      readonly kind: "interaction";
      readonly interaction: Interaction;
      /** The newest correction of it, also in the list (design §6.4). */
      readonly amendedBy: string | undefined;
    })
  | (Dated & { readonly kind: "task"; readonly task: Task });

export interface TimelineFacts {
  readonly contact: Contact;
  /** Of the contact and, for a company, of its people; what does not belong is left out. */
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
  /** The company's people; empty to see the company alone. */
  readonly people: readonly Pick<Contact, "id">[];
  /** Who worked at the company before: what they did under it is still its own (TYP-9). */
  readonly formerPeople?: readonly string[];
}

/**
 * Everything that happened with a contact and is planned, newest first (S5): by day, then time, then id, so that two
 * devices show one order (NUM-9). On a day, what has no time stands below what has one.
 *
 * A company shows its own and its people's, those who have left included, but not what a person did under another
 * employer. A person shows their own, but not what stayed with a former employer (TYP-9).
 */
export function timeline(facts: TimelineFacts): readonly TimelineItem[] {
  const { contact, interactions, tasks, people } = facts;
  const staff = new Set(people.map((person) => person.id));
  const former = new Set(facts.formerPeople);
  const belongs = (doc: Interaction | Task) => {
    if (doc.contactId === undefined) return false;
    if (doc.contactId === contact.id)
      return !staysWithFormerEmployer(contact, doc);
    if (doc.companyId === undefined) return staff.has(doc.contactId);
    return (
      doc.companyId === contact.id &&
      (staff.has(doc.contactId) || former.has(doc.contactId))
    );
  };
  const corrections = amendedBy(interactions);
  const items: TimelineItem[] = [
    ...interactions.filter(belongs).map((interaction) => ({
      kind: "interaction" as const,
      id: interaction.id,
      contactId: interaction.contactId,
      date: interaction.date,
      time: interaction.time,
      interaction,
      amendedBy: corrections.get(interaction.id),
    })),
    ...tasks.filter(belongs).map((task) => ({
      kind: "task" as const,
      id: task.id,
      contactId: task.contactId,
      date: task.date,
      time: task.startTime,
      task,
    })),
  ];
  return items.sort(newestFirst);
}

function newestFirst(a: TimelineItem, b: TimelineItem): number {
  return (
    descending(a.date, b.date) ||
    descending(a.time ?? "", b.time ?? "") ||
    descending(a.id, b.id)
  );
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
