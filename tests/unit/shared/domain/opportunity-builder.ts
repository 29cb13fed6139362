import {
  createOpportunity,
  type CreateOpportunityFacts,
  type OpportunityDraft,
} from "../../../../shared/domain/create-opportunity.ts";
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
