import type { Clock } from "../../shared/core/clock.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Purchase } from "../../shared/entities/purchase.ts";
import type { Setting } from "../../shared/entities/setting.ts";
import { mergeOp } from "../../shared/sync/merge.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import type { Caller } from "../push/caller.ts";
import type {
  SavedDocument,
  SyncStorage,
  TenantWriter,
  UnsavedDocument,
} from "../storage/sync-storage.ts";
import {
  archiveLines,
  firstDayKept,
  PURCHASE_MONTHS,
} from "./old-purchases.ts";

interface Deps {
  readonly clock: Clock;
}

/** Who writes, as a change's stamp says. */
type Writer = Pick<Caller, "deviceId"> & {
  readonly user: Pick<Caller["user"], "id">;
};

interface Written {
  /** Lines that were new or changed. */
  readonly changed: number;
  /** Places that they took in the feed. */
  readonly saved: number;
}

/**
 * Posted lines in one transaction: the recent ones as documents, what is older as totals by product and year, with the
 * lines themselves in the archive.
 */
export async function writePurchases(
  deps: Deps,
  writer: Writer,
  tenant: TenantWriter,
  lines: readonly Purchase[],
): Promise<Written> {
  const first = await firstDayOf(deps, tenant);
  const recent = lines.filter(({ date }) => date >= first);
  const old = lines.filter(({ date }) => date < first);
  const { totals, changed } = await archiveLines(tenant, old, recent);
  const ids = [...lines, ...totals].map(({ id }) => id);
  const held = await tenant.documents(
    ids.map((id) => ({ c: "purchases" as const, id })),
  );
  const before = new Map(held.map((saved) => [saved.doc.id, saved]));
  const put = (after: Purchase) =>
    written(deps, writer, before.get(after.id) ?? null, after.id, after);
  const fresh = recent.flatMap(put);
  const saved = await tenant.save([
    ...fresh,
    ...totals.flatMap(put),
    ...old.flatMap(({ id }) =>
      written(deps, writer, before.get(id) ?? null, id, null),
    ),
  ]);
  return { changed: fresh.length + changed, saved: saved.length };
}

const AT_ONCE = 500;

/** Nobody: time alone moves a line into the archive. */
const UPKEEP = "00000000-0000-8000-8000-000000000003";

/**
 * Lines that have become too old for the devices since they came; a portion a transaction, so that others get by. What
 * is not done when `stop` is heard is done the next time.
 */
export async function archiveOldPurchases(
  deps: Deps & { readonly storage: SyncStorage },
  tenantId: string,
  stop?: AbortSignal,
): Promise<number> {
  const writer = { deviceId: UPKEEP, user: { id: UPKEEP } };
  let archived = 0;
  for (let some = AT_ONCE; some === AT_ONCE && !stop?.aborted; archived += some)
    some = await deps.storage.write(tenantId, AT_ONCE, async (tenant) => {
      const first = await firstDayOf(deps, tenant);
      const found = await tenant.purchasesBefore(first, AT_ONCE);
      const lines = found.map(({ doc }) => doc.v as unknown as Purchase);
      if (lines.length > 0) await writePurchases(deps, writer, tenant, lines);
      return lines.length;
    });
  return archived;
}

async function firstDayOf(
  { clock }: Deps,
  tenant: TenantWriter,
): Promise<string> {
  const [marketing] = await tenant.marketing();
  const setting = marketing?.doc.v as Partial<Setting> | undefined;
  const months = setting?.purchaseMonths ?? PURCHASE_MONTHS;
  return firstDayKept(clock.now(), months);
}

/** `after` null = taken away. Nothing when nothing changes. */
function written(
  { clock }: Deps,
  writer: Writer,
  held: SavedDocument | null,
  id: string,
  after: Purchase | null,
): UnsavedDocument[] {
  const now = clock.now();
  if (!held && !after) return [];
  if (held?.doc.deleted && !after) return [];
  const before = held && !held.doc.deleted ? held.doc.v : null;
  const change = { c: "purchases", id, before, after, origin: "imported" };
  const context = {
    hlc: `${now}.0`,
    device: writer.deviceId,
    user: writer.user.id,
  };
  let doc = held?.doc ?? null;
  for (const op of toOps(change as unknown as Change, doc?.rev ?? 0)) {
    const merged = mergeOp(doc, op, context);
    if (merged.ok) doc = merged.doc;
  }
  if (!doc || doc === held?.doc) return [];
  return [{ doc, bucket: "all", modifiedMs: now, modifiedBy: writer.user.id }];
}
