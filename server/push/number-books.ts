import type { TenantWriter } from "../storage/sync-storage.ts";
import { ACCOUNT_SERIES } from "../accounts/account-series.ts";
import type { Setting } from "../../shared/entities/setting.ts";
import { createNumberBook, numberIn, type NumberBook } from "./number-book.ts";
import { AccountRequest } from "../../shared/entities/note.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type { ReadGroup } from "./read-group.ts";
import { readMarketing, seriesAsSetUp } from "./series-set-up.ts";

/** Collections whose documents get a number from the series of the same name (domain.md §2.6). */
export const NUMBERED = ["contacts", "opportunities", "tasks"] as const;

/** The series of a new company (tenant); `last` ends it (NUM-3). */
export const SERIES_OF_NEW_TENANT = [
  { series: "contacts", prefix: "CT", digits: 6, last: 999_999 },
  { series: "opportunities", prefix: "OP", digits: 6, last: 999_999 },
  { series: "tasks", prefix: "TD", digits: 6, last: 999_999 },
  { series: "customers", prefix: "C", digits: 6, last: 999_999 },
  { series: "vendors", prefix: "V", digits: 6, last: 999_999 },
  { series: "banks", prefix: "B", digits: 6, last: 999_999 },
  { series: "employees", prefix: "E", digits: 6, last: 999_999 },
] as const;

/** One book for each series that these groups may need, with the facts around the numbers that were typed. */
export async function loadNumberBooks(
  tenant: TenantWriter,
  groups: readonly ReadGroup[],
): Promise<ReadonlyMap<string, NumberBook>> {
  const books = new Map<string, NumberBook>();
  let setting: Setting | null | undefined;
  const inserts = groups.flatMap((g) => g.ops).filter((op) => op.k === "ins");
  const asked = new Set(inserts.flatMap(seriesAskedFor));
  for (const name of [...NUMBERED, ...Object.values(ACCOUNT_SERIES)]) {
    const mine = inserts.filter((op) => op.c === name);
    const needed = mine.length > 0 || asked.has(name);
    if (!needed) continue;
    setting ??= await readMarketing(tenant);
    const { series, stored, set } = await seriesAsSetUp(tenant, setting, name);
    if (!series || !stored) continue;
    const typed = mine
      .map((op) => op.v["no"])
      .filter((no) => typeof no === "string");
    const ns = typed
      .flatMap((no) => [numberIn(series, no), numberIn(stored, no)])
      .filter((n) => n !== null);
    books.set(
      name,
      createNumberBook({
        series,
        former: stored,
        // What was reserved before the pattern was changed is still the device's.
        reserved: set?.manual === false ? [series, stored] : null,
        leases: await tenant.leasesAround(name, ns),
        taken: await tenant.taken(name, typed, series.next, series.last),
      }),
    );
  }
  return books;
}

/** A request makes an account, or contacts. */
function seriesAskedFor(op: Op): readonly string[] {
  const request = AccountRequest.safeParse(
    op.k === "ins" && op.c === "notes" ? op.v["request"] : undefined,
  ).data;
  if (!request) return [];
  // A refusal comes back as a task.
  if (request.action === "create")
    return ["tasks", ACCOUNT_SERIES[request.kind]];
  return ["tasks", ...(request.action === "contacts" ? ["contacts"] : [])];
}

export async function saveNumberBooks(
  tenant: TenantWriter,
  books: ReadonlyMap<string, NumberBook>,
): Promise<void> {
  for (const [name, book] of books) {
    const result = book.result();
    if (result) await tenant.takeNumbers(name, result.next, result.taken);
  }
}
