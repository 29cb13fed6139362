import type { CalendarDay } from "../core/calendar.ts";
import type { Purchase } from "../entities/purchase.ts";

/** A posted line, as much of it as the sums need (domain.md HIS). Days are ISO, amounts Rappen. */
export type PurchaseLine = Pick<
  Purchase,
  | "document"
  | "type"
  | "item"
  | "description"
  | "date"
  | "quantity"
  | "amountMinor"
  | "currency"
> & { readonly discountMinor?: number | undefined };

/** HIS-1: what a customer has bought of one product, credit notes taken off. */
export interface BoughtProduct {
  readonly item: string;
  readonly description: string;
  readonly quantity: number;
  readonly amounts: readonly Amount[];
  readonly discounts: readonly Amount[];
  /** Day of the last invoice, null when there are only credit notes. */
  readonly last: CalendarDay | null;
  readonly documents: number;
}

export interface Amount {
  readonly currency: string;
  readonly minor: number;
}

export interface PurchaseSummary {
  /** By amount, the largest first. */
  readonly products: readonly BoughtProduct[];
  /** Of all years, the newest first; the filter does not touch it. */
  readonly years: readonly {
    readonly year: string;
    readonly amounts: readonly Amount[];
  }[];
  readonly totals: readonly Amount[];
  readonly last: CalendarDay | null;
}

/**
 * HIS-1: by product and by year; credit notes reduce. `year` takes the lines of that year only, null takes all.
 * Amounts of different currencies are never added up.
 */
export function summarisePurchases(
  lines: readonly PurchaseLine[],
  year: string | null = null,
): PurchaseSummary {
  const products = new Map<string, Sum>();
  const years = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const line of lines) {
    const of = yearOf(line.date);
    add(entry(years, of, newAmounts), line.currency, line.amountMinor);
    if (year !== null && of !== year) continue;
    add(totals, line.currency, line.amountMinor);
    take(entry(products, line.item, newSum), line);
  }
  const bought = [...products].map(([item, sum]) => toProduct(item, sum));
  return {
    products: bought.toSorted(byAmount),
    years: [...years]
      .map(([one, amounts]) => ({ year: one, amounts: toAmounts(amounts) }))
      .toSorted((a, b) => (a.year < b.year ? 1 : -1)),
    totals: toAmounts(totals),
    last: latest(bought.map(({ last }) => last)),
  };
}

/** HIS-2: whether anything of the product was bought and kept: what went back whole was not. */
export function hasBought(lines: readonly PurchaseLine[]): boolean {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0) > 0;
}

/** Day of the last invoice; null = none. */
export function lastInvoiced(
  lines: readonly PurchaseLine[],
): CalendarDay | null {
  return latest(lines.map((line) => (isInvoiced(line) ? line.date : null)));
}

/** A total of a year in which all went back is none. */
function isInvoiced({ type, quantity }: PurchaseLine): boolean {
  return type === "invoice" || (type === "total" && quantity > 0);
}

export function yearOf(day: CalendarDay): string {
  return day.slice(0, 4);
}

interface Sum {
  description: string;
  described: CalendarDay;
  quantity: number;
  readonly amounts: Map<string, number>;
  readonly discounts: Map<string, number>;
  last: CalendarDay | null;
  readonly documents: Set<string>;
}

const newAmounts = () => new Map<string, number>();

const newSum = (): Sum => ({
  description: "",
  described: "",
  quantity: 0,
  amounts: newAmounts(),
  discounts: newAmounts(),
  last: null,
  documents: new Set(),
});

function take(sum: Sum, line: PurchaseLine): void {
  // The newest line's word for the product: catalogues change their texts.
  if (line.date >= sum.described) {
    sum.description = line.description;
    sum.described = line.date;
  }
  // Quantities come with fractions (kg): sums of tenths must not show their binary rest.
  sum.quantity = Math.round((sum.quantity + line.quantity) * 1e6) / 1e6;
  add(sum.amounts, line.currency, line.amountMinor);
  if (line.discountMinor) add(sum.discounts, line.currency, line.discountMinor);
  if (isInvoiced(line)) sum.last = latest([sum.last, line.date]);
  sum.documents.add(line.document);
}

function toProduct(item: string, sum: Sum): BoughtProduct {
  return {
    ...{ item, description: sum.description, quantity: sum.quantity },
    amounts: toAmounts(sum.amounts),
    discounts: toAmounts(sum.discounts),
    last: sum.last,
    documents: sum.documents.size,
  };
}

function byAmount(a: BoughtProduct, b: BoughtProduct): number {
  const worth = ({ amounts }: BoughtProduct) =>
    Math.max(...amounts.map(({ minor }) => minor));
  return worth(b) - worth(a) || (a.item < b.item ? -1 : 1);
}

function toAmounts(amounts: ReadonlyMap<string, number>): readonly Amount[] {
  return [...amounts]
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}

function latest(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.reduce(
    (newest, day) => (day !== null && (newest ?? "") < day ? day : newest),
    null,
  );
}
