import type { Code } from "../../../shared/entities/code.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { Store } from "../../local-store/store.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useLive } from "../../local-store/use-live.ts";

/** An opportunity with whom it is with and what is planned for it. */
export interface OpportunityView {
  readonly opportunity: Opportunity;
  readonly contact: Contact | null;
  readonly company: Contact | null;
  readonly tasks: readonly Task[];
}

const TASKS = 1000;

export async function readOpportunity(
  store: Store,
  id: string,
): Promise<OpportunityView | null> {
  const opportunity = await store.get("opportunities", id);
  if (!opportunity) return null;
  const { contactId, companyId } = opportunity;
  const [contact, company, tasks] = await Promise.all([
    store.get("contacts", contactId),
    companyId === undefined ? null : store.get("contacts", companyId),
    store.byContact("tasks", contactId, TASKS),
  ]);
  return {
    opportunity,
    contact,
    company,
    tasks: tasks.filter(({ opportunityId }) => opportunityId === id),
  };
}

/** Kept current; undefined while it is read, null when it is gone. */
export function useOpportunity(id: string): OpportunityView | null | undefined {
  const live = useLive({
    key: `opportunity/${id}`,
    collections: ["opportunities", "contacts", "tasks"],
    read: (store) => readOpportunity(store, id),
  });
  return live.status === "ready" ? live.value : undefined;
}

/** The cycle of an opportunity, blocked or not. */
export function useCycle(opportunity: Pick<Opportunity, "cycle">): Code | null {
  const codes = useCodes();
  return opportunity.cycle === undefined
    ? null
    : codes.find("salesCycle", opportunity.cycle);
}
