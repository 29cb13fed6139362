import { expect, it } from "vitest";
import { Evaluation } from "../../../../shared/entities/interaction.ts";
import {
  evaluations,
  outcomeOf,
  visitOfOutcome,
  visitOutcomes,
} from "../../../../shared/domain/visit-outcomes.ts";

it("INT-16: six outcomes, by the digits 1 to 6", () => {
  expect(visitOutcomes).toEqual([
    "good",
    "order",
    "followUp",
    "noInterest",
    "absent",
    "other",
  ]);
});

it("INT-16: an outcome is read back from what it says about the visit", () => {
  for (const outcome of visitOutcomes) {
    const { successful, evaluation } = visitOfOutcome(outcome);
    expect(
      outcomeOf({ evaluation, attemptFailed: successful ? undefined : true }),
    ).toBe(outcome);
  }
});

it("INT-7: only somebody absent was not reached", () => {
  const failed = visitOutcomes.filter(
    (outcome) => !visitOfOutcome(outcome).successful,
  );
  expect(failed).toEqual(["absent"]);
});

it("INT-16: every evaluation of an interaction is offered and has an outcome", () => {
  expect([...evaluations].sort()).toEqual([...Evaluation.options].sort());
  expect(outcomeOf({ evaluation: "veryNegative" })).toBe("noInterest");
});
