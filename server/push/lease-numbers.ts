import type { Clock } from "../../shared/core/clock.ts";
import type { LeaseAnswer } from "../../shared/sync/protocol.ts";
import { HttpError } from "../http/http-error.ts";
import type { SyncStorage, TenantWriter } from "../storage/sync-storage.ts";
import type { Caller } from "./caller.ts";
import { patternOf } from "./number-book.ts";

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
    const series = await tenant.series(name);
    if (!series) throw new HttpError("bad_request", "series: unknown");
    const size = await leaseSize(tenant);
    if (size === 0)
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

/** Undefined: the company has not said; the device asks for what it wants. */
async function leaseSize(tenant: TenantWriter): Promise<number | undefined> {
  const settings = await tenant.collection("settings");
  const marketing = settings.find(
    ({ doc }) => !doc.deleted && doc.v["key"] === "marketing",
  );
  const size = marketing?.doc.v["contactLeaseSize"];
  return typeof size === "number" ? size : undefined;
}
