import type { MergeContext } from "../../shared/sync/stored-document.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { GroupResult } from "../../shared/sync/protocol.ts";
import type { Forgotten } from "../storage/sync-storage.ts";
import { applyOp } from "./apply-op.ts";
import type { Caller } from "./caller.ts";
import {
  addNotes,
  bringBackContacts,
  bringBackPeople,
  check,
  guardContacts,
  keepCodes,
  linkAccounts,
  takeAlong,
} from "./complete-group.ts";
import { leaveErased, standingOps } from "./erased-meanwhile.ts";
import { GroupRefused } from "./group-refused.ts";
import { guardQuotes, settleQuotes, takeEndsBack } from "./guard-quotes.ts";
import { guardSeries } from "./series-set-up.ts";
import {
  GroupWork,
  type AppliedHistory,
  type GroupDeps,
} from "./group-work.ts";
import { keepTypes } from "./keep-type.ts";
import { fillsGuard, leaveOwnFields } from "./own-fields.ts";
import { followMerges } from "./merged-contacts.ts";
import type { ReadGroup } from "./read-group.ts";

export interface Applied {
  readonly result: GroupResult;
  readonly history: readonly AppliedHistory[];
  readonly forgotten?: readonly Forgotten[];
}

/**
 * Applies one group whole or not at all; what it changed is then in the working set, committed.
 *
 * @param trusted the server's own work, as an import: the rights and rules of a person's device do not bind it
 */
export async function applyGroup(
  deps: GroupDeps,
  caller: Caller,
  group: Pick<ReadGroup, "d" | "ops" | "issued" | "authors" | "refusal">,
  context: MergeContext,
  trusted = false,
): Promise<Applied> {
  const { working, numbers } = deps;
  const work = new GroupWork(deps, caller, context, group, trusted);
  const outcomes = new Set<GroupResult["s"]>();
  const askedFor = new Set<string>();
  const filled = new Set<string>();
  try {
    if (group.refusal)
      throw new GroupRefused(group.refusal.code, group.refusal.message);
    for (const op of standingOps(work, group.ops)) {
      const stored = working.get({
        c: op.c as DocumentKey["c"],
        id: op.id,
      })?.doc;
      if (stored && fillsGuard(op, stored)) filled.add(op.id);
      outcomes.add(await applyOp(work, op, askedFor));
    }
    await bringBackContacts(work, askedFor);
    await leaveErased(work);
    await keepTypes(work, new Set([...askedFor, ...filled]));
    if (!trusted) await followMerges(work);
    await linkAccounts(work);
    await takeAlong(work);
    await keepCodes(work);
    await guardContacts(work);
    takeEndsBack(work);
    settleQuotes(work);
    await guardQuotes(work);
    await guardSeries(work);
    leaveOwnFields(work);
    await addNotes(work);
    check(work);
  } catch (error) {
    const refused = refusalIn(error, work);
    working.rollback();
    for (const book of numbers.values()) book.rollback();
    if (!refused) throw error;
    const after = new GroupWork(deps, caller, context, group, trusted);
    await bringBackPeople(after, group.ops);
    await takeAlong(after);
    working.commit();
    return {
      result: { d: group.d, s: "rejected", ...refused.refusal },
      history: after.history,
    };
  }
  working.commit();
  for (const book of numbers.values()) book.commit();
  const order = ["conflict", "merged", "ok"] as const;
  const s = order.find((one) => outcomes.has(one)) ?? "same";
  const { history, forgotten } = work;
  return { result: { d: group.d, s }, history, forgotten };
}

/** A rule may stumble over a value of another kind before `check` has refused it: that is the sender's fault all the same. */
function refusalIn(error: unknown, work: GroupWork): GroupRefused | null {
  if (error instanceof GroupRefused) return error;
  if (!(error instanceof TypeError)) return null;
  try {
    check(work);
  } catch (refused) {
    if (refused instanceof GroupRefused) return refused;
  }
  return null;
}
