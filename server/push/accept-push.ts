import type { Clock } from "../../shared/core/clock.ts";
import { clampHlc } from "../../shared/core/hlc.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type {
  Op,
  PushAnswer,
  PushRequest,
} from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { HttpError } from "../http/http-error.ts";
import { isDataError } from "../storage/sql.ts";
import type {
  Forgotten,
  LedgerEntry,
  SavedDocument,
  SyncStorage,
} from "../storage/sync-storage.ts";
import { applyGroup } from "./apply-group.ts";
import type { AppliedHistory } from "./group-work.ts";
import { bucketsOf, type Caller } from "./caller.ts";
import { toEnvelope } from "./envelope.ts";
import { metIn } from "./erased-meanwhile.ts";
import { loadNumberBooks, saveNumberBooks } from "./number-books.ts";
import { planOf, repeated, resultsOf } from "./push-plan.ts";
import { readGroup, type ReadGroup } from "./read-group.ts";
import { createWorkingSet, nameOf, type WorkingSet } from "./working-set.ts";

export interface PushDeps {
  readonly storage: SyncStorage;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface AcceptedPush {
  readonly answer: PushAnswer;
  /** Collections in which something changed; empty when nothing did. */
  readonly changed: ReadonlySet<CollectionName>;
}

/**
 * Takes a push: each group once, in the device's own order, whole or not at all; one transaction for all of them.
 *
 * A group whose data the database refuses in spite of all checks is found by applying the groups one by one, and is
 * then rejected like any other bad group: the answer is never a server error, and its neighbours are stored.
 *
 * @param epoch the feed that the device believes in; 409 when this is another one, before anything is applied
 */
export async function acceptPush(
  deps: PushDeps,
  caller: Caller,
  groups: PushRequest["groups"],
  epoch: string | null = null,
): Promise<AcceptedPush> {
  const read = groups.map(readGroup);
  try {
    return await acceptTogether(deps, caller, read, epoch);
  } catch (error) {
    if (!isDataError(error)) throw error;
    if (read.length === 1)
      return acceptTogether(deps, caller, read.map(unstorable), epoch);
    const parts: AcceptedPush[] = [];
    for (const group of groups)
      parts.push(await acceptPush(deps, caller, [group], epoch));
    return joined(parts);
  }
}

async function acceptTogether(
  deps: PushDeps,
  caller: Caller,
  groups: readonly ReadGroup[],
  epoch: string | null,
): Promise<AcceptedPush> {
  const operations = groups.reduce((sum, group) => sum + group.ops.length, 0);
  return deps.storage.write(caller.tenantId, operations, async (tenant) => {
    if (epoch !== null && epoch !== tenant.epoch)
      throw new HttpError("epoch_changed", `The feed is now ${tenant.epoch}.`);
    const now = deps.clock.now();
    const lastD = await tenant.lastD(caller.deviceId);
    const plan = await planOf(tenant, caller, groups, lastD);
    const working = createWorkingSet(tenant);
    await working.load(
      groups.flatMap((group) => [...group.touched, ...keysNeeded(group.ops)]),
    );
    const numbers = await loadNumberBooks(tenant, plan.fresh);
    const history: (AppliedHistory & { d: number })[] = [];
    const ledger: LedgerEntry[] = [];
    const forgotten: Forgotten[] = [];
    for (const group of plan.fresh) {
      const earlier = group.m === null ? null : plan.elsewhere.get(group.m);
      if (earlier) {
        ledger.push({
          d: group.d,
          mutationId: group.m,
          outcome: repeated(group.d, earlier),
        });
        continue;
      }
      const context = {
        hlc: clampHlc(group.hlc, now),
        device: caller.deviceId,
        user: caller.user.id,
      };
      const applied = await applyGroup(
        { tenant, working, numbers, newId: deps.newId },
        caller,
        group,
        context,
      );
      ledger.push({ d: group.d, mutationId: group.m, outcome: applied.result });
      history.push(...applied.history.map((row) => ({ ...row, d: group.d })));
      forgotten.push(...(applied.forgotten ?? []));
    }
    const saved = await tenant.save(working.changed());
    const byName = new Map(saved.map((s) => [nameOf(s.doc), s]));
    const seqOf = (key: DocumentKey) =>
      byName.get(nameOf(key))?.seq ?? working.original(key)?.seq ?? 0;
    await tenant.appendHistory(
      caller.deviceId,
      withPlaces(history, seqOf),
      seqOf,
      now,
    );
    // Behind the history: what an earlier group of the same push has written goes, too.
    for (const one of forgotten) await tenant.forget(one);
    await saveNumberBooks(tenant, numbers);
    const newLast = lastD + plan.fresh.length;
    await tenant.appendLedger(caller.deviceId, ledger, newLast, now);
    return {
      answer: {
        epoch: tenant.epoch,
        head: tenant.startSeq + saved.length,
        upto: Math.min(newLast, Math.max(0, ...groups.map((g) => g.d))),
        ...(plan.gap ? { expected: newLast + 1 } : {}),
        serverTime: now,
        results: resultsOf(groups, plan.known, ledger),
        docs: docsOf(caller, groups, working, byName),
      },
      changed: new Set(saved.map((s) => s.doc.c)),
    };
  });
}

/** Every document that the groups name or have changed, as it is now, as far as the caller may read it. */
function docsOf(
  caller: Caller,
  groups: readonly ReadGroup[],
  working: WorkingSet,
  saved: ReadonlyMap<string, SavedDocument>,
): PushAnswer["docs"] {
  const buckets = bucketsOf(caller);
  const touched = new Map<string, SavedDocument>();
  for (const group of groups) {
    for (const key of group.touched) {
      const held = working.original(key);
      if (held) touched.set(nameOf(held.doc), held);
    }
  }
  for (const [name, document] of saved) touched.set(name, document);
  return [...touched.values()]
    .filter((document) => buckets.includes(document.bucket))
    .map(toEnvelope);
}

/** What the rules about a group's operations must look at, beside their targets. */
function keysNeeded(ops: readonly Op[]): DocumentKey[] {
  return ops.flatMap((op) => {
    const keys: DocumentKey[] = [];
    if (op.k === "ins") {
      const { amends, contactId, companyId } = op.v;
      if (typeof amends === "string")
        keys.push({ c: "interactions", id: amends });
      if (typeof contactId === "string")
        keys.push({ c: "contacts", id: contactId });
      if (op.c === "contacts" && typeof companyId === "string")
        keys.push({ c: "contacts", id: companyId });
    }
    keys.push(...metIn(op).map((id) => ({ c: "contacts" as const, id })));
    const absorber = op.k === "set" ? op.f["mergedInto"]?.[1] : undefined;
    if (op.c === "contacts" && typeof absorber === "string")
      keys.push({ c: "contacts", id: absorber });
    const employer = op.k === "set" ? op.f["companyId"]?.[1] : undefined;
    if (op.c === "contacts" && typeof employer === "string")
      keys.push({ c: "contacts", id: employer });
    const heir = op.k === "set" ? op.f["contactId"]?.[1] : undefined;
    if (op.c === "interactions" && typeof heir === "string")
      keys.push({ c: "contacts", id: heir });
    return keys;
  });
}

/** History of a document that was not saved (a lost value only) stands at the place the document has had so far. */
function withPlaces<T extends { key: DocumentKey }>(
  rows: readonly T[],
  seqOf: (key: DocumentKey) => number,
): T[] {
  return rows.filter((row) => seqOf(row.key) > 0);
}

function unstorable(group: ReadGroup): ReadGroup {
  const refusal = {
    code: "unstorable",
    message: "The database cannot store this.",
  };
  return { ...group, ops: [], refusal: group.refusal ?? refusal };
}

function joined(parts: readonly AcceptedPush[]): AcceptedPush {
  const last = parts.at(-1);
  if (!last) throw new Error("A push of no groups has no data to refuse");
  const docs = new Map(
    parts
      .flatMap(({ answer }) => answer.docs)
      .map((doc) => [`${doc.c}/${doc.id}`, doc]),
  );
  const gap = parts.find(({ answer }) => answer.expected !== undefined);
  return {
    answer: {
      ...last.answer,
      upto: Math.max(...parts.map(({ answer }) => answer.upto)),
      ...(gap?.answer.expected === undefined
        ? {}
        : { expected: gap.answer.expected }),
      results: parts.flatMap(({ answer }) => answer.results),
      docs: [...docs.values()],
    },
    changed: new Set(parts.flatMap(({ changed }) => [...changed])),
  };
}
