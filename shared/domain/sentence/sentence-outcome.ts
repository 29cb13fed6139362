import type { Outcome } from "../typed-visit.ts";
import { ABSENT } from "./absent-words.ts";
import { NEGATIVE, NEUTRAL, VERY_NEGATIVE } from "./negative-words.ts";
import { POSITIVE, VERY_POSITIVE } from "./positive-words.ts";

/**
 * What people write about how it went. The first group that has something wins: somebody who was not there was not
 * interested either, and "not interested" has "interested" in it.
 */
const GROUPS: readonly (readonly [Outcome, RegExp])[] = [
  ["notReached", any(ABSENT)],
  ["veryNegative", any(VERY_NEGATIVE)],
  ["negative", any(NEGATIVE)],
  ["neutral", any(NEUTRAL)],
  ["veryPositive", any(VERY_POSITIVE)],
  ["positive", any(POSITIVE)],
];

function any(words: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}'])(?:${words.join("|")})(?![\\p{L}\\p{N}])`,
    "gmu",
  );
}

/** A stretch of the text that says how it went. */
export interface OutcomeFound {
  readonly outcome: Outcome;
  readonly from: number;
  readonly to: number;
}

/** How it went, by the folded text of the story; null = nothing says so. */
export function outcomeIn(text: string): OutcomeFound | null {
  for (const [outcome, words] of GROUPS)
    for (const found of text.matchAll(words))
      return {
        outcome,
        from: found.index,
        to: found.index + found[0].length,
      };
  return null;
}

/** Where anything says how it went: no name stands there. */
export function outcomeSpans(text: string): readonly OutcomeFound[] {
  return GROUPS.flatMap(([outcome, words]) =>
    [...text.matchAll(words)].map((found) => ({
      outcome,
      from: found.index,
      to: found.index + found[0].length,
    })),
  );
}
