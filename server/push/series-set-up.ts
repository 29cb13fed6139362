import { counterOf } from "../../shared/domain/number-series.ts";
import {
  SERIES_MEMBERS,
  type NumberSeries,
  type SeriesName,
} from "../../shared/entities/number-series.ts";
import type { Setting } from "../../shared/entities/setting.ts";
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

function isSeries(name: string): name is SeriesName {
  return Object.hasOwn(SERIES_MEMBERS, name);
}
