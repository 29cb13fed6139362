import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";
import { isClosed } from "./close-task.ts";
import { quoteRefusal, withQuoteTotal, type QuoteRefusal } from "./quote.ts";
import { withValue } from "./with-value.ts";

/** Absent = stays; null = taken out. */
export interface OpportunityEdit {
  readonly description?: string;
  readonly priority?: NonNullable<Opportunity["priority"]>;
  readonly salesperson?: string;
  readonly contact?: Contact;
  readonly quoteNo?: string | null;
  /** Goes with its quote. */
  readonly quoteMinor?: number | null;
  readonly comment?: string | null;
}

export interface EditOpportunityFacts {
  readonly opportunity: Opportunity;
  /** All others that name a quote (OPP-10). */
  readonly others: readonly Pick<Opportunity, "id" | "quoteNo">[];
  /** Its tasks; the open ones follow when the person says so (OPP-9). */
  readonly tasks: readonly Task[];
  readonly followTasks: boolean;
}

export type EditOpportunityRefusal =
  | {
      readonly kind:
        "description-missing" | "other-company" | "privacy-blocked";
    }
  | QuoteRefusal;

/** OPP-9, OPP-10: what may be changed beside the moves. */
export function editOpportunity(
  facts: EditOpportunityFacts,
  edit: OpportunityEdit,
): Result<readonly Change[], EditOpportunityRefusal> {
  const { opportunity: before, others } = facts;
  const { contact } = edit;
  if (edit.description?.trim() === "")
    return refuse({ kind: "description-missing" });
  if (contact && contact.id !== before.contactId) {
    if (contact.privacyBlocked === true)
      return refuse({ kind: "privacy-blocked" });
    if (!mayMoveTo(before, contact)) return refuse({ kind: "other-company" });
  }
  const companyId = contact ? contact.companyId : before.companyId;
  const quoteNo = edit.quoteNo?.trim();
  // What a merge or an erasure has left there (OPP-10) holds nobody up: the server takes it, too.
  const isOld = quoteNo === before.quoteNo && companyId === before.companyId;
  const noQuote = isOld
    ? null
    : quoteRefusal(
        quoteNo ?? "",
        companyId,
        others.filter(({ id }) => id !== before.id),
      );
  if (noQuote) return refuse(noQuote);
  let after: Opportunity = {
    ...before,
    ...(edit.description ? { description: edit.description.trim() } : {}),
    ...(edit.priority ? { priority: edit.priority } : {}),
    ...(edit.salesperson ? { salesperson: edit.salesperson } : {}),
    ...(contact ? { contactId: contact.id } : {}),
  };
  after = withValue(after, "companyId", companyId);
  if (edit.quoteNo !== undefined)
    after = withValue(after, "quoteNo", quoteNo || null);
  if (edit.quoteMinor !== undefined)
    after = withValue(after, "quoteMinor", edit.quoteMinor);
  if (after.quoteNo === undefined) after = withValue(after, "quoteMinor", null);
  if (edit.comment !== undefined)
    after = withValue(after, "comment", edit.comment?.trim() || null);
  after = withQuoteTotal(after);
  return ok([
    { c: "opportunities", id: after.id, before, after },
    ...(facts.followTasks ? followed(facts.tasks, after) : []),
  ]);
}

/** OPP-9: freely before the first stage, afterwards within the company. */
export function mayMoveTo(
  opportunity: Opportunity,
  contact: Pick<Contact, "id" | "companyId">,
): boolean {
  if (opportunity.status === "notStarted") return true;
  if (contact.id === opportunity.contactId) return true;
  return (
    opportunity.companyId !== undefined &&
    contact.companyId === opportunity.companyId
  );
}

/** OPP-8: what runs is closed first, never deleted. */
export function deleteOpportunity(
  opportunity: Opportunity,
): Result<readonly Change[], { readonly kind: "in-progress" }> {
  return opportunity.status === "inProgress"
    ? refuse({ kind: "in-progress" })
    : ok([
        {
          c: "opportunities",
          id: opportunity.id,
          before: opportunity,
          after: null,
        },
      ]);
}

function followed(
  tasks: readonly Task[],
  { contactId, companyId, salesperson }: Opportunity,
): readonly Change[] {
  return tasks
    .filter((task) => !isClosed(task))
    .map((before) => {
      const after = withValue(
        { ...before, contactId, ...(salesperson ? { salesperson } : {}) },
        "companyId",
        companyId,
      );
      return { c: "tasks", id: before.id, before, after };
    });
}
