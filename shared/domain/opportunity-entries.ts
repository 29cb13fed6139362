import { daysBetween, type CalendarDay } from "../core/calendar.ts";
import type { Opportunity, StageEntry } from "../entities/opportunity.ts";

/** One move of an opportunity, with what follows from its place among the others. */
export interface PlacedEntry {
  readonly id: string;
  readonly entry: StageEntry;
  /** OPP-3: until the next move; null = it is the active one, or the end. */
  readonly daysOpen: number | null;
}

/** OPP-3: by change date, of one day by id, so that the moves of two devices stand in one order on both (OFF-9). */
export function entriesInOrder(
  opportunity: Pick<Opportunity, "entries">,
): readonly PlacedEntry[] {
  const sorted = Object.entries(opportunity.entries ?? {}).sort(
    ([idA, a], [idB, b]) =>
      ascending(a.changedOn, b.changedOn) || ascending(idA, idB),
  );
  return sorted.map(([id, entry], i) => {
    const next = sorted[i + 1]?.[1];
    const daysOpen = next ? daysBetween(entry.changedOn, next.changedOn) : null;
    return { id, entry, daysOpen };
  });
}

/**
 * OPP-3: only the newest is active; null before the first stage is. What is closed ends with its closing, whatever
 * somebody else has done later who did not know of it (OFF-9).
 */
export function activeEntry(
  opportunity: Pick<Opportunity, "entries" | "status">,
): PlacedEntry | null {
  const entries = entriesInOrder(opportunity);
  return (
    entries.findLast(({ entry }) => entry.action === opportunity.status) ??
    entries.at(-1) ??
    null
  );
}

/** When the sale is expected, or when it was closed. */
export function closingDay(
  opportunity: Pick<Opportunity, "entries" | "status" | "closedOn">,
): CalendarDay | undefined {
  return opportunity.closedOn ?? activeEntry(opportunity)?.entry.closeOn;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
