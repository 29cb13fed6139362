import { counterOf } from "../../shared/domain/number-series.ts";
import {
  SERIES_MEMBERS,
  type NumberSeries,
  type SeriesName,
} from "../../shared/entities/number-series.ts";
import type { Setting } from "../../shared/entities/setting.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import { GroupRefused } from "./group-refused.ts";
import type { GroupWork } from "./group-work.ts";
import type { SeriesState, TenantWriter } from "../storage/sync-storage.ts";

/** The company's marketing set-up as the database has it. */
export async function readMarketing(
  tenant: Pick<TenantWriter, "marketing">,
): Promise<Setting | null> {
  const marketing = (await tenant.marketing()).toSorted((a, b) =>
    a.doc.id < b.doc.id ? -1 : 1,
  );
  return (marketing[0]?.doc.v as Setting | undefined) ?? null;
}

/** A series as the company wants it (NUM); null where the server has none of that name. */
export async function seriesAsSetUp(
  tenant: Pick<TenantWriter, "series">,
  setting: Setting | null,
  name: string,
): Promise<{
  readonly series: SeriesState | null;
  /** As the server began it: numbers that were reserved before it was set up are of this pattern. */
  readonly stored: SeriesState | null;
  readonly set: NumberSeries | undefined;
}> {
  const stored = await tenant.series(name);
  const set = isSeries(name) ? setting?.[SERIES_MEMBERS[name]] : undefined;
  return { series: stored && counterOf(stored, set), stored, set };
}

/**
 * NUM-3, NUM-6: a last number below those that are given would end a series at once, and every new contact with it. The
 * set-up is refused, and not the contacts: those who enter them can do nothing about it.
 */
export async function guardSeries(work: GroupWork): Promise<void> {
  if (work.trusted) return;
  for (const { c, before, after } of work.touched()) {
    if (c !== "settings" || after.deleted) continue;
    for (const [name, member] of Object.entries(SERIES_MEMBERS)) {
      const set = (after.v as Partial<Setting>)[member];
      if (!set || sameValue(set, before?.v[member])) continue;
      const stored = await work.deps.tenant.series(name);
      const counter = stored && counterOf(stored, set);
      if (counter && counter.next > counter.last)
        throw new GroupRefused(
          "series_passed",
          `${name}: the last number lies below those that are given.`,
        );
    }
  }
}

function isSeries(name: string): name is SeriesName {
  return Object.hasOwn(SERIES_MEMBERS, name);
}
