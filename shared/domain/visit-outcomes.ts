import type { Interaction } from "../entities/interaction.ts";

/** What came of a visit, in one key press (ux: digits 1–6). */
export type VisitOutcome =
  "good" | "order" | "followUp" | "noInterest" | "absent" | "other";

/** In the order of the digits 1–6. */
export const visitOutcomes: readonly VisitOutcome[] = [
  "good",
  "order",
  "followUp",
  "noInterest",
  "absent",
  "other",
];

export type Evaluation = NonNullable<Interaction["evaluation"]>;

/** From best to worst (INT-16). */
export const evaluations: readonly Evaluation[] = [
  "veryPositive",
  "positive",
  "neutral",
  "negative",
  "veryNegative",
];

const OUTCOME_EVALUATION: Readonly<Record<VisitOutcome, Evaluation | null>> = {
  good: "positive",
  order: "veryPositive",
  followUp: "neutral",
  noInterest: "negative",
  absent: null,
  other: null,
};

/** What an outcome says about a visit: its evaluation, and whether the person was reached at all (INT-7). */
export function visitOfOutcome(outcome: VisitOutcome): {
  readonly successful: boolean;
  readonly evaluation?: Evaluation;
} {
  const evaluation = OUTCOME_EVALUATION[outcome];
  return {
    successful: outcome !== "absent",
    ...(evaluation ? { evaluation } : {}),
  };
}

/** The outcome that an interaction shows; a very negative one is no interest too. */
export function outcomeOf(
  interaction: Pick<Interaction, "evaluation" | "attemptFailed">,
): VisitOutcome {
  if (interaction.attemptFailed === true) return "absent";
  switch (interaction.evaluation) {
    case "veryPositive":
      return "order";
    case "positive":
      return "good";
    case "neutral":
      return "followUp";
    case "negative":
    case "veryNegative":
      return "noInterest";
    case undefined:
      return "other";
  }
}
