import { TYPE_MUTANTS } from "./rule-mutants/types.ts";
import { NUMBER_MUTANTS } from "./rule-mutants/numbers.ts";
import { PRIVACY_MUTANTS } from "./rule-mutants/privacy.ts";
import { DUPLICATE_MUTANTS } from "./rule-mutants/duplicates.ts";
import { OPPORTUNITY_MUTANTS } from "./rule-mutants/opportunities.ts";
import type { RuleMutant } from "./rule-mutants/rule-mutant.ts";

export const RULE_MUTANTS: readonly RuleMutant[] = [
  ...TYPE_MUTANTS,
  ...NUMBER_MUTANTS,
  ...PRIVACY_MUTANTS,
  ...DUPLICATE_MUTANTS,
  ...OPPORTUNITY_MUTANTS,
];
