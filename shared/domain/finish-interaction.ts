import { writtenDay } from "../core/calendar.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Change } from "./change.ts";
import { emptyVisit, type TypedVisit } from "./typed-visit.ts";

/** A recorded interaction that is written again: a postponed one is finished, another is corrected by a new one. */
export type Again = "finish" | "amend";

/** INT-8, INT-9: what may be done about an interaction as it stands. */
export function againOf(
  interaction: Pick<Interaction, "postponed" | "canceled">,
): Again | null {
  if (interaction.canceled === true) return null;
  return interaction.postponed === true ? "finish" : "amend";
}

/** As it was typed: day, time and minutes are its own and no presets. */
export function typedAgain(interaction: Interaction): TypedVisit {
  const { attemptFailed, evaluation, durationMin, opportunityId } = interaction;
  return {
    ...emptyVisit(interaction.contactId, interaction.date),
    template: interaction.template ?? "",
    date: writtenDay(interaction.date),
    time: interaction.time ?? "",
    duration: durationMin === undefined ? "" : String(durationMin),
    outcome: attemptFailed === true ? "notReached" : (evaluation ?? ""),
    result: interaction.result ?? "",
    attendees: interaction.attendees ?? [],
    opportunityId: opportunityId ?? "",
  };
}

/**
 * The changes of a visit that was written again, in place of those of a new one. Finished it keeps its id and counts from
 * now on (INT-8); corrected it stays as it is, and the new one says which it corrects (design: only the newest counts).
 * What the form does not show goes along.
 */
export function writtenAgain(
  before: Interaction,
  how: Again,
  changes: readonly Change[],
): readonly Change[] {
  return changes.map((change): Change => {
    if (change.c !== "interactions" || !change.after) return change;
    const made = change.after;
    const kept = {
      ...(before.taskId === undefined ? {} : { taskId: before.taskId }),
      ...(before.contactVia === undefined
        ? {}
        : { contactVia: before.contactVia }),
    };
    if (how === "amend")
      return { ...change, after: { ...kept, ...made, amends: before.id } };
    return {
      ...change,
      id: before.id,
      before,
      after: {
        ...kept,
        ...made,
        ...(before.amends === undefined ? {} : { amends: before.amends }),
        id: before.id,
        postponed: made.postponed === true,
      },
    };
  });
}
