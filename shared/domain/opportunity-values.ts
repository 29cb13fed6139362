import type { Opportunity } from "../entities/opportunity.ts";
import { activeEntry } from "./opportunity-entries.ts";

/** What an opportunity adds to a contact's figures (STA-1), in minor units; a closed one adds nothing. */
export interface OpenValues {
  readonly open: boolean;
  readonly estimated: number;
  /** Estimated value times the probability (OPP-4). */
  readonly current: number;
}

const CLOSED: OpenValues = { open: false, estimated: 0, current: 0 };

/** STA-1: of the active entry; an entry that tells no probability counts with its chances. */
export function openValues(
  opportunity: Pick<Opportunity, "status" | "entries">,
): OpenValues {
  if (!isOpenOpportunity(opportunity)) return CLOSED;
  const active = activeEntry(opportunity)?.entry;
  return {
    open: true,
    estimated: active?.estimatedMinor ?? 0,
    current: calculatedMinor(active),
  };
}

/** OPP-4: the calculated value of an entry, in whole minor units. */
export function calculatedMinor(
  entry:
    | {
        readonly estimatedMinor?: number | undefined;
        readonly chances?: number | undefined;
        readonly probability?: number | undefined;
      }
    | undefined,
): number {
  const probability = entry?.probability ?? entry?.chances ?? 0;
  return Math.round(((entry?.estimatedMinor ?? 0) * probability) / 100);
}

/** OPP-8: neither won nor lost. */
export function isOpenOpportunity({
  status,
}: Pick<Opportunity, "status">): boolean {
  return status === "notStarted" || status === "inProgress";
}
