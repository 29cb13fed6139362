import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Code } from "../entities/code.ts";
import type { Note, RequestRefusal } from "../entities/note.ts";
import type { Opportunity, StageEntry } from "../entities/opportunity.ts";
import { checkRequest, type RequestFacts } from "./account-request.ts";
import type { Change } from "./change.ts";
import type { NewId } from "./new-id.ts";
import { activeEntry } from "./opportunity-entries.ts";
import { isOpenOpportunity } from "./opportunity-values.ts";
import { quoteTotal } from "./quote.ts";
import { stagesOf } from "./sales-cycle.ts";

export type Outcome = "won" | "lost";

export interface CloseFacts {
  readonly opportunity: Opportunity;
  readonly cycle: Code | null;
  /** The reason chosen, if any. */
  readonly reason: Code | null;
  /** What a request to make the company a customer would be decided by; null = one waits for its answer already. */
  readonly customer: RequestFacts | null;
  readonly newId: NewId;
}

export interface CloseDraft {
  readonly outcome: Outcome;
  readonly closedOn: CalendarDay;
  /** Of a sale: what it came to, unless its quote says so. */
  readonly valueMinor?: number;
}

export type CloseRefusal =
  | {
      readonly kind:
        "closed" | "reason-missing" | "before-last-move" | "value-missing";
    }
  /** The company cannot become a customer, and why not. */
  | { readonly kind: "no-customer"; readonly why: RequestRefusal };

/** OPP-7: the reasons of an outcome, and no others. */
export function reasonsFor(
  codes: readonly Code[],
  outcome: Outcome,
): readonly Code[] {
  const group = outcome === "won" ? "WON" : "LOST";
  return codes.filter((one) => one.kind === "closeCode" && one.group === group);
}

/**
 * OPP-7: the last entry, with everything at its end. A sale needs its value, and the company becomes a customer: what
 * only the office can do is asked for in the same stroke.
 */
export function closeOpportunity(
  facts: CloseFacts,
  draft: CloseDraft,
): Result<readonly Change[], CloseRefusal> {
  const { opportunity, cycle, reason, newId } = facts;
  const { outcome, closedOn } = draft;
  const valueMinor = quoteTotal(opportunity) ?? draft.valueMinor ?? 0;
  if (!isOpenOpportunity(opportunity)) return refuse({ kind: "closed" });
  if (!reason || reasonsFor([reason], outcome).length === 0)
    return refuse({ kind: "reason-missing" });
  const last = activeEntry(opportunity)?.entry;
  if (closedOn < (last?.changedOn ?? opportunity.createdOn))
    return refuse({ kind: "before-last-move" });
  const won = outcome === "won";
  if (won && valueMinor <= 0) return refuse({ kind: "value-missing" });
  const request = won ? customerRequest(facts) : ok([]);
  if (!request.ok) return request;
  const entry: StageEntry = {
    stage: last?.stage ?? stagesOf(cycle)[0]?.stage ?? 1,
    changedOn: closedOn,
    action: outcome,
    estimatedMinor: won ? valueMinor : 0,
    completed: 100,
    chances: won ? 100 : 0,
    probability: won ? 100 : 0,
    closeOn: closedOn,
    closeCode: reason.code,
  };
  const after: Opportunity = {
    ...opportunity,
    status: outcome,
    closedOn,
    entries: { ...opportunity.entries, [newId()]: entry },
  };
  return ok([
    { c: "opportunities", id: after.id, before: opportunity, after },
    ...request.value,
  ]);
}

/** CNV-1: nothing to ask for of who is a customer already. */
function customerRequest({
  customer,
  newId,
}: CloseFacts): Result<readonly Change[], CloseRefusal> {
  if (customer === null) return ok([]);
  const decided = checkRequest(customer);
  if (!decided.ok) {
    const why = decided.error.kind;
    return why === "already_linked"
      ? ok([])
      : refuse({ kind: "no-customer", why });
  }
  const id = newId();
  const after: Note = {
    id,
    kind: "request",
    contactId: decided.value.target.id,
    collection: "contacts",
    docId: customer.contact?.id ?? decided.value.target.id,
    status: "open",
    request: customer.request,
  };
  return ok([{ c: "notes", id, before: null, after }]);
}
