import type { Clock } from "../../shared/core/clock.ts";
import type { LeaseAnswer } from "../../shared/sync/protocol.ts";
import { HttpError } from "../http/http-error.ts";
import type { SyncStorage, TenantWriter } from "../storage/sync-storage.ts";
import type { Caller } from "./caller.ts";
import { patternOf } from "./number-book.ts";
import { readMarketing, seriesAsSetUp } from "./series-set-up.ts";

/** A device with more unused numbers than this has no need of others. */
const ENOUGH_UNUSED = 20;

/**
 * Numbers that only this device may use, so that it can give final ones without the server. Never recycled (NUM-6),
 * never overlapping with anything that was typed by hand.
 */
export function leaseNumbers(
  deps: { readonly storage: SyncStorage; readonly clock: Clock },
  caller: Caller,
  request: { readonly series: string; readonly count: number },
): Promise<LeaseAnswer> {
  const { series: name } = request;
  return deps.storage.write(caller.tenantId, 0, async (tenant) => {
    const setting = await readMarketing(tenant);
    const { series, set } = await seriesAsSetUp(tenant, setting, name);
    if (!series) throw new HttpError("bad_request", "series: unknown");
    // Undefined: the company has not said; the device asks for what it wants.
    const size = setting?.contactLeaseSize;
    if (size === 0 || set?.gaps === false)
      throw new HttpError("leases_off", "Numbers come with the first sync.");
    const format = patternOf(series);
    const present = await tenant.leaseOf(name, caller.deviceId);
    if (present) {
      const used = await tenant.taken(name, [], present.lo, present.hi);
      const highest = Math.max(present.lo - 1, ...used.map((t) => t.n ?? 0));
      if (present.hi - highest > ENOUGH_UNUSED)
        return { series: name, lo: present.lo, hi: present.hi, format };
    }
    const count = Math.min(request.count, size ?? request.count);
    const lo = await freeRange(tenant, name, series.next, count);
    const hi = lo + count - 1;
    if (hi > series.last)
      throw new HttpError("bad_request", "The number series has ended.");
    await tenant.addLease(
      name,
      { lo, hi, deviceId: caller.deviceId },
      hi + 1,
      deps.clock.now(),
    );
    return { series: name, lo, hi, format };
  });
}

/** The first place at or after `from` where `count` numbers in a row are free. */
async function freeRange(
  tenant: TenantWriter,
  series: string,
  from: number,
  count: number,
): Promise<number> {
  let lo = from;
  for (;;) {
    const used = await tenant.taken(series, [], lo, lo + count - 1);
    if (used.length === 0) return lo;
    lo = Math.max(...used.map((t) => t.n ?? lo)) + 1;
  }
}
