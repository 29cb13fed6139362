import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { Purchase } from "../entities/purchase.ts";
import type { Task } from "../entities/task.ts";
import type { ContactValues } from "./contact-columns.ts";
import { createdAt } from "./created-at.ts";
import { staysWithFormerEmployer } from "./employer.ts";
import { openValues } from "./opportunity-values.ts";
import { nextTaskDate, statisticsOf } from "./statistics.ts";
import { nextVisit, starterCadences, type Cadences } from "./visit-cadence.ts";
import { isVisit } from "./written-up.ts";

/** Everything that is known about contacts, whole collections or the part that concerns one. */
export interface ContactFacts {
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
  readonly opportunities: readonly Opportunity[];
  readonly purchases: readonly Purchase[];
  /** A company's people. */
  readonly people: readonly Pick<Contact, "id">[];
  /** Absent = those that come with Carnet. */
  readonly cadences?: Cadences;
}

/**
 * STA-1, TSK-10: the figures of a contact in the list. A company's cover what was recorded, planned, offered and sold
 * under it, and what its people did under no company at all; a person's are without what stayed with a former employer
 * (TYP-9).
 */
export function contactFigures(
  contact: Contact,
  facts: ContactFacts,
): ContactValues {
  const { people } = facts;
  const statistics = statisticsOf(contact, facts.interactions, people);
  const staff = new Set(people.map(({ id }) => id));
  const isCompany = contact.type === "company";
  const own = <
    T extends {
      readonly contactId?: string | undefined;
      readonly companyId?: string | undefined;
    },
  >(
    documents: readonly T[],
  ) =>
    documents.filter((one) => {
      const { contactId = "", companyId } = one;
      if (contactId === contact.id)
        return !staysWithFormerEmployer(contact, one);
      if (!isCompany) return false;
      return (
        companyId === contact.id ||
        (companyId === undefined && staff.has(contactId))
      );
    });
  const open = own(facts.opportunities)
    .map(openValues)
    .filter((one) => one.open);
  const sum = (values: readonly number[]) =>
    values.reduce((total, value) => total + value, 0);
  const bought = own(facts.purchases)
    .map(({ date }) => date)
    .sort();
  const created = createdAt(contact);
  return present({
    lastVisit: statistics.lastInteraction,
    lastAttempt: statistics.lastAttempted,
    nextTask: nextTaskDate(own(facts.tasks)),
    lastPurchase: bought.at(-1) ?? null,
    visitDue: nextVisit(
      (facts.cadences ?? starterCadences).get(contact.cadence ?? ""),
      statisticsOf(contact, facts.interactions, people, isVisit)
        .lastInteraction,
      created === "" ? null : created.slice(0, 10),
    ),
    interactions: statistics.interactions,
    minutes: statistics.minutes,
    cost: statistics.costMinor,
    openOpportunities: open.length,
    estimatedValue: sum(open.map((one) => one.estimated)),
    currentValue: sum(open.map((one) => one.current)),
  });
}

/** Absent = none, and 0. */
function present(
  values: Readonly<Record<string, string | number | null>>,
): ContactValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== 0),
  );
}
