import type { Clock } from "../../shared/core/clock.ts";
import { fold } from "../../shared/core/fold.ts";
import type { Account } from "../../shared/entities/account.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import { applyGroup } from "../push/apply-group.ts";
import type { AppliedHistory } from "../push/group-work.ts";
import type { Caller } from "../push/caller.ts";
import { createWorkingSet, nameOf } from "../push/working-set.ts";
import type { TenantWriter } from "../storage/sync-storage.ts";

export interface ImportedLine<T> {
  readonly number: number;
  readonly document: T;
}

/**
 * A record that was made here under the next number of our series, of which the ERP has not spoken yet, and a line of
 * another name: the ERP has used that number itself. Taken for the same, one customer would become another one.
 */
function isAnothers(held: StoredDocument, line: Account): boolean {
  if (held.deleted) return false;
  const stamps = [held.created, ...Object.values(held.stamps)];
  if (stamps.some(({ o }) => o === "imported")) return false;
  return fold(String(held.v["name"])) !== fold(line.name);
}

/**
 * Writes accounts as the ERP tells them, in one transaction, each line for itself: what a line does not say stays, and
 * what it changes reaches the contact that the account is linked to (CNV-4) and that company's people.
 *
 * @returns how many documents changed, contacts included, and the lines that cannot stand
 */
export async function writeAccounts(
  deps: { readonly clock: Clock; readonly newId: () => string },
  caller: Caller,
  tenant: TenantWriter,
  lines: readonly ImportedLine<Account>[],
): Promise<{
  readonly accounts: number;
  readonly saved: number;
  readonly refused: readonly { line: number; message: string }[];
}> {
  const now = deps.clock.now();
  const working = createWorkingSet(tenant);
  await working.load(
    lines.map(({ document }) => ({ c: "accounts", id: document.id })),
  );
  const context = {
    hlc: `${now}.0`,
    device: caller.deviceId,
    user: caller.user.id,
  };
  const run = { tenant, working, numbers: new Map(), newId: deps.newId };
  const history: (AppliedHistory & { d: number })[] = [];
  const refused: { line: number; message: string }[] = [];
  for (const { number, document } of lines) {
    const held = working.get({ c: "accounts", id: document.id })?.doc ?? null;
    const before = held ? (held.v as unknown as Account) : null;
    if (held && isAnothers(held, document)) {
      const message = `number_taken: ${document.no} was given here to ${before?.name}`;
      refused.push({ line: number, message });
      continue;
    }
    const after = { ...before, ...document };
    const change = {
      ...{ c: "accounts" as const, id: document.id, before, after },
      origin: "imported" as const,
    };
    const ops = toOps(change, held?.rev ?? 0);
    const nothing = { issued: new Set<string>(), authors: new Map() };
    const group = { d: 0, ops, ...nothing, refusal: null };
    const applied = await applyGroup(run, caller, group, context, true);
    if (applied.result.s === "rejected")
      refused.push({
        line: number,
        message: `${applied.result.code}: ${applied.result.message}`,
      });
    history.push(...applied.history.map((row) => ({ ...row, d: 0 })));
  }
  const saved = await tenant.save(working.changed());
  const places = new Map(saved.map((one) => [nameOf(one.doc), one.seq]));
  await tenant.appendHistory(
    caller.deviceId,
    history.filter((row) => places.has(nameOf(row.key))),
    (key) => places.get(nameOf(key)) ?? 0,
    now,
  );
  const accounts = saved.filter(({ doc }) => doc.c === "accounts").length;
  return { accounts, saved: saved.length, refused };
}
