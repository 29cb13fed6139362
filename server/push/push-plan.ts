import type { GroupResult, PushAnswer } from "../../shared/sync/protocol.ts";
import { HttpError } from "../http/http-error.ts";
import type { LedgerEntry, TenantWriter } from "../storage/sync-storage.ts";
import type { Caller } from "./caller.ts";
import type { ReadGroup } from "./read-group.ts";

/** What is to be done with the groups of a push. */
export interface PushPlan {
  /** Outcomes of groups that were processed by an earlier request. */
  readonly known: ReadonlyMap<number, LedgerEntry | null>;
  /** To be processed now, in order, without a gap. */
  readonly fresh: readonly ReadGroup[];
  readonly gap: boolean;
  /** Outcomes of new groups that another identity of this device has sent already, by mutation id. */
  readonly elsewhere: ReadonlyMap<string | null, GroupResult>;
}

/**
 * Sorts the groups into known ones and new ones. A known number with another mutation id means that two machines
 * write as one device (a cloned disk): without the refusal, the clone's writes would vanish as repetitions. So it is
 * with a number whose entry the ledger has forgotten: whoever sends what is that old is a copy, or as good as one.
 */
export async function planOf(
  tenant: TenantWriter,
  caller: Caller,
  groups: readonly ReadGroup[],
  lastD: number,
): Promise<PushPlan> {
  const old = groups.filter((group) => group.d <= lastD);
  const ledger = await tenant.ledger(
    caller.deviceId,
    old.map((group) => group.d),
  );
  const known = new Map<number, LedgerEntry | null>(
    ledger.map((entry) => [entry.d, entry]),
  );
  const forgotten = old.some((group) => !known.has(group.d))
    ? await tenant.forgottenD(caller.deviceId)
    : 0;
  for (const group of old) {
    const entry = known.get(group.d);
    if (entry?.mutationId && group.m && entry.mutationId !== group.m)
      throw new HttpError("device_forked", `Group ${group.d} is another one.`);
    if (!entry && group.d <= forgotten)
      throw new HttpError("device_forked", `Group ${group.d} is forgotten.`);
    if (!entry) known.set(group.d, null);
  }
  const elsewhere = await tenant.processedElsewhere(
    caller.deviceId,
    groups.flatMap((group) => (group.d > lastD ? (group.m ?? []) : [])),
  );
  const fresh: ReadGroup[] = [];
  let gap = false;
  for (const group of groups) {
    const next = lastD + fresh.length + 1;
    if (group.d > next) gap = true;
    if (group.d < next && !known.has(group.d)) {
      const twin = fresh.find((other) => other.d === group.d);
      if (twin?.m !== group.m)
        throw new HttpError("device_forked", `Group ${group.d} came twice.`);
    }
    if (group.d === next && !gap) fresh.push(group);
  }
  return {
    known,
    fresh,
    gap,
    elsewhere: new Map(elsewhere.map((e) => [e.mutationId, e.outcome])),
  };
}

/**
 * One entry a group, in their order. A group behind a gap was not processed: `upto` and `expected` say so, and its
 * entry is a refusal for now (`gap`), kept nowhere. Nothing but a gap stops a push between two groups.
 */
export function resultsOf(
  groups: readonly ReadGroup[],
  known: PushPlan["known"],
  ledger: readonly LedgerEntry[],
): PushAnswer["results"] {
  const answered = new Set<number>();
  return groups.map((group) => {
    const fresh = ledger.find((entry) => entry.d === group.d);
    if (fresh && !answered.has(group.d)) {
      answered.add(group.d);
      return fresh.outcome;
    }
    const entry = fresh ?? known.get(group.d);
    if (entry === undefined) return behindGap(group.d);
    if (entry === null) return { d: group.d, s: "dup" };
    return repeated(group.d, entry.outcome);
  });
}

/** A refusal is said again: its first answer may have been lost, and the person must hear of it. */
export function repeated(d: number, outcome: GroupResult): GroupResult {
  return outcome.s === "rejected" ? { ...outcome, d } : { d, s: "dup" };
}

function behindGap(d: number): GroupResult {
  const message = "Not processed: an earlier group is missing.";
  return { d, s: "rejected", code: "gap", message };
}
