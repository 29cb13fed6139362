import type { Interaction } from "../entities/interaction.ts";
import { countingInteractions } from "./statistics.ts";

/**
 * Minutes that the last such interaction with a contact took: what a new one of the same template starts with. Null
 * when there is none that took place, counts (STA-1) and says how long it was.
 *
 * @param interactions of one contact, newest first
 * @param template code of an interaction template
 */
export function usualMinutes(
  interactions: readonly Interaction[],
  template: string,
): number | null {
  const last = countingInteractions(interactions).find(
    (one) =>
      one.template === template &&
      one.attemptFailed !== true &&
      one.durationMin !== undefined,
  );
  return last?.durationMin ?? null;
}
