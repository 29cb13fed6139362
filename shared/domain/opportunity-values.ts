import type { Opportunity } from "../entities/opportunity.ts";

/** What an opportunity adds to a contact's figures (STA-1), in minor units; a closed one adds nothing. */
export interface OpenValues {
  readonly open: boolean;
  readonly estimated: number;
  /** Estimated value times the chances of success (OPP-4, "chances alone"). */
  readonly current: number;
}

const CLOSED: OpenValues = { open: false, estimated: 0, current: 0 };

/** OPP-3: only the newest entry is active; of several of one day the later id, so that two devices agree. */
export function openValues(
  opportunity: Pick<Opportunity, "status" | "entries">,
): OpenValues {
  const { status, entries = {} } = opportunity;
  if (status === "won" || status === "lost") return CLOSED;
  const active = Object.entries(entries).reduce<[string, Entry] | null>(
    (newest, one) => (newest && isLater(newest, one) ? newest : one),
    null,
  );
  const { estimatedMinor = 0, chances = 0 } = active?.[1] ?? {};
  const current = Math.round((estimatedMinor * chances) / 100);
  return { open: true, estimated: estimatedMinor, current };
}

type Entry = NonNullable<Opportunity["entries"]>[string];

function isLater(
  [idA, a]: [string, Entry],
  [idB, b]: [string, Entry],
): boolean {
  return a.changedOn === b.changedOn ? idA > idB : a.changedOn > b.changedOn;
}
