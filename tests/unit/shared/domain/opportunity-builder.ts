import {
  createOpportunity,
  type CreateOpportunityFacts,
  type OpportunityDraft,
} from "../../../../shared/domain/create-opportunity.ts";
import {
  editOpportunity,
  type OpportunityEdit,
} from "../../../../shared/domain/edit-opportunity.ts";
import {
  moveOpportunity,
  type MoveDraft,
  type MoveFacts,
} from "../../../../shared/domain/move-opportunity.ts";
import { activeEntry } from "../../../../shared/domain/opportunity-entries.ts";
import { calculatedMinor } from "../../../../shared/domain/opportunity-values.ts";
import { findCode } from "../../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import { Opportunity } from "../../../../shared/entities/opportunity.ts";
import { companyId, countingIds, person } from "./contact-builder.ts";

export const luc = person({
  companyId,
  companyName: "Fromagerie Gruyère-Est SA",
  salesperson: "MBE",
});

/** One row of ids for everything that a test makes. */
export const newId = countingIds();

export const newCustomer = findCode("salesCycle", "NEW", []) as Code;

export function creating(
  values: Partial<CreateOpportunityFacts> = {},
): CreateOpportunityFacts {
  return {
    contact: luc,
    cycle: newCustomer,
    userSalesperson: "CRO",
    today: "2026-03-13",
    activity: () => null,
    newId,
    ...values,
  };
}

/** The opportunity of story A13 as it begins; `start: undefined` = its first stage is not activated. */
export function affineur(
  draft: Partial<OpportunityDraft> = {},
  facts: Partial<CreateOpportunityFacts> = {},
): Opportunity {
  const result = createOpportunity(creating(facts), {
    description: "Affineur AF-200",
    start: { estimatedMinor: 4_800_000, chances: 30, closeOn: "2026-04-30" },
    ...draft,
  });
  if (!result.ok) throw new Error(result.error.kind);
  return Opportunity.fields.parse(result.value[0]?.after);
}

export function tryMove(
  opportunity: Opportunity,
  draft: MoveDraft,
  facts: Partial<MoveFacts> = {},
) {
  return moveOpportunity(
    {
      opportunity,
      cycle: newCustomer,
      tasks: [],
      activity: () => null,
      newId,
      ...facts,
    },
    draft,
  );
}

export function move(opportunity: Opportunity, draft: MoveDraft): Opportunity {
  const result = tryMove(opportunity, draft);
  if (!result.ok) throw new Error(result.error.kind);
  return Opportunity.fields.parse(result.value[0]?.after);
}

export function active(opportunity: Opportunity) {
  const entry = activeEntry(opportunity)?.entry;
  return [
    entry?.stage,
    entry?.completed,
    entry?.chances,
    entry?.probability,
    calculatedMinor(entry),
  ];
}

/** Story A13 until the quote is there and the third stage reached. */
export function presented(): Opportunity {
  const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
  const sure = move(second, {
    move: "updated",
    changedOn: "2026-03-24",
    chances: 60,
  });
  return move(
    { ...sure, quoteNo: "Q-1001" },
    { move: "next", changedOn: "2026-03-27" },
  );
}

export function edit(
  opportunity: Opportunity,
  values: OpportunityEdit,
  facts: Partial<Parameters<typeof editOpportunity>[0]> = {},
) {
  return editOpportunity(
    { opportunity, others: [], tasks: [], followTasks: false, ...facts },
    values,
  );
}
