import type { CalendarDay } from "../../shared/core/calendar.ts";
import { lastInvoiced, yearOf } from "../../shared/domain/purchase-summary.ts";
import type { Purchase } from "../../shared/entities/purchase.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import type { TenantWriter } from "../storage/sync-storage.ts";
import { importedId } from "./imported-id.ts";

/** Of a customer's lines of one product. */
interface Pair {
  readonly customer: string;
  readonly item: string;
}

/** Devices hold the lines of so many months; what is older they hold as totals (design §6.10). */
export const PURCHASE_MONTHS = 24;

/** The first day of which lines go to the devices: whole months, so that it moves once a month. */
export function firstDayKept(nowMs: number, months: number): CalendarDay {
  const now = new Date(nowMs);
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1);
  return new Date(first).toISOString().slice(0, 10);
}

/**
 * Takes old lines into the archive, `recent` ones out of it (the devices hold lines for longer now, or the date was
 * corrected), and works out the totals that they belong to, from every line that is there: the same file twice makes
 * the same totals, and no line counts twice.
 *
 * @returns what devices get to hold instead of the lines, and how many old lines were new or changed
 */
export async function archiveLines(
  tenant: TenantWriter,
  lines: readonly Purchase[],
  recent: readonly Purchase[],
): Promise<{ readonly totals: readonly Purchase[]; readonly changed: number }> {
  const asked = [...lines, ...recent];
  if (asked.length === 0) return { totals: [], changed: 0 };
  const before = await tenant.archivedPurchases({ lines: asked });
  const held = new Map(before.map((line) => [line.id, line]));
  const changed = lines.filter((line) => !sameValue(held.get(line.id), line));
  const back = recent.filter(({ id }) => held.has(id));
  if (changed.length + back.length === 0) return { totals: [], changed: 0 };
  await tenant.archivePurchases(changed);
  await tenant.unarchivePurchases(back);
  // A line that has gone to another customer or product leaves its old total, too.
  const touched = [...changed, ...before];
  const pairs = new Map<string, Pair>(
    touched.map((line) => [`${line.customer}/${line.item}`, line]),
  );
  const all = await tenant.archivedPurchases({ pairs: [...pairs.values()] });
  const wanted = new Set(touched.map(totalKey));
  const groups = Map.groupBy(
    all.filter((line) => wanted.has(totalKey(line))),
    totalKey,
  );
  const emptied = new Map(
    before
      .map((line) => [totalKey(line), line] as const)
      .filter(([key]) => !groups.has(key)),
  );
  return {
    totals: [
      ...[...groups.values()].map(totalOf),
      ...[...emptied.values()].map((line) => ({
        ...totalOf([line]),
        ...NOTHING,
      })),
    ],
    changed: changed.length,
  };
}

const NOTHING = { quantity: 0, amountMinor: 0 };

function totalKey({ customer, item, date, currency }: Purchase): string {
  return JSON.stringify([customer, item, yearOf(date), currency]);
}

/** One document for all lines of a customer's product in a year, dated by its last invoice. */
function totalOf(lines: readonly Purchase[]): Purchase {
  const newest = lines.reduce((a, b) => (a.date < b.date ? b : a));
  const { customer, item, currency, description } = newest;
  const year = yearOf(newest.date);
  const invoiced = lastInvoiced(lines);
  const sum = (of: (line: Purchase) => number) =>
    lines.reduce((total, line) => total + of(line), 0);
  const discountMinor = sum((line) => line.discountMinor ?? 0);
  return {
    id: importedId("purchase-total", customer, item, year, currency),
    ...{ document: year, line: 0, customer, item, description, currency },
    type: "total",
    date: invoiced ?? newest.date,
    quantity: Math.round(sum((line) => line.quantity) * 1e6) / 1e6,
    amountMinor: sum((line) => line.amountMinor),
    ...(discountMinor === 0 ? {} : { discountMinor }),
    ...(newest.accountId ? { accountId: newest.accountId } : {}),
    ...(newest.contactId ? { contactId: newest.contactId } : {}),
  };
}
