import type { CalendarDay } from "../core/calendar.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import { activeEntry, closingDay } from "./opportunity-entries.ts";
import { calculatedMinor, isOpenOpportunity } from "./opportunity-values.ts";

/** An opportunity as lists and totals need it: what its active entry says. */
export interface Sale extends Pick<
  Opportunity,
  | "id"
  | "no"
  | "contactId"
  | "companyId"
  | "description"
  | "salesperson"
  | "cycle"
  | "status"
  | "priority"
  | "createdOn"
> {
  /** 0 = the first stage is not active yet. */
  readonly stage: number;
  readonly estimatedMinor: number;
  readonly probability: number;
  readonly currentMinor: number;
  /** Expected, or of the end; absent where nobody said when. */
  readonly closingOn?: CalendarDay;
  readonly closeCode?: string;
}

export function saleOf(opportunity: Opportunity): Sale {
  const { entries: _entries, ...of } = opportunity;
  const entry = activeEntry(opportunity)?.entry;
  const closingOn = closingDay(opportunity);
  const { closeCode } = entry ?? {};
  return {
    ...pick(of),
    stage: entry?.stage ?? 0,
    estimatedMinor: entry?.estimatedMinor ?? 0,
    probability: entry?.probability ?? entry?.chances ?? 0,
    currentMinor: calculatedMinor(entry),
    ...(closingOn === undefined ? {} : { closingOn }),
    ...(closeCode === undefined ? {} : { closeCode }),
  };
}

export interface Total {
  readonly count: number;
  readonly estimatedMinor: number;
  /** Weighted by probability (OPP-4). */
  readonly currentMinor: number;
}

export interface PipelineTotals {
  readonly open: Total;
  /** Of open ones, by cycle and stage. */
  readonly byStage: readonly (Total & {
    readonly cycle: string;
    readonly stage: number;
  })[];
  /** Of open ones, by the month in which they are expected (`2026-04`); empty = nobody said when. */
  readonly byMonth: readonly (Total & { readonly month: string })[];
  /** Of closed ones, by what they ended with. */
  readonly byReason: readonly (Total & {
    readonly outcome: "won" | "lost";
    readonly code: string;
  })[];
}

/** STA-1, OPP-4: what is in the pipeline, by stage and by month, and why it was won or lost. */
export function pipelineTotals(sales: readonly Sale[]): PipelineTotals {
  const open = sales.filter(isOpenOpportunity);
  const ended = sales.filter((sale) => !isOpenOpportunity(sale));
  const stages = grouped(open, ({ cycle = "", stage }) =>
    JSON.stringify([cycle, stage]),
  );
  const months = grouped(open, ({ closingOn = "" }) => closingOn.slice(0, 7));
  const reasons = grouped(ended, ({ status, closeCode = "" }) =>
    JSON.stringify([status, closeCode]),
  );
  return {
    open: totalOf(open),
    byStage: stages
      .map(([key, of]) => {
        const [cycle, stage] = JSON.parse(key) as [string, number];
        return { cycle, stage, ...totalOf(of) };
      })
      .sort((a, b) => ascending(a.cycle, b.cycle) || a.stage - b.stage),
    byMonth: months
      .map(([month, of]) => ({ month, ...totalOf(of) }))
      // What has no month stands last.
      .sort((a, b) => ascending(a.month || "~", b.month || "~")),
    byReason: reasons
      .map(([key, of]) => {
        const [outcome, code] = JSON.parse(key) as ["won" | "lost", string];
        return { outcome, code, ...totalOf(of) };
      })
      .sort(
        (a, b) =>
          ascending(b.outcome, a.outcome) ||
          b.count - a.count ||
          ascending(a.code, b.code),
      ),
  };
}

/** Open ones by the day on which they are expected, the soonest first; closed ones by the day of their end, the last first. */
export function inSalesOrder<T extends Sale>(
  sales: readonly T[],
): readonly T[] {
  return sales.toSorted((a, b) => {
    const isOpen = isOpenOpportunity(a);
    if (isOpen !== isOpenOpportunity(b)) return isOpen ? -1 : 1;
    const byDay = isOpen
      ? ascending(a.closingOn ?? "~", b.closingOn ?? "~")
      : ascending(b.closingOn ?? "", a.closingOn ?? "");
    return byDay || ascending(a.id, b.id);
  });
}

function totalOf(sales: readonly Sale[]): Total {
  return {
    count: sales.length,
    estimatedMinor: sales.reduce((sum, one) => sum + one.estimatedMinor, 0),
    currentMinor: sales.reduce((sum, one) => sum + one.currentMinor, 0),
  };
}

function grouped(sales: readonly Sale[], keyOf: (sale: Sale) => string) {
  const groups = new Map<string, Sale[]>();
  for (const sale of sales) {
    const key = keyOf(sale);
    groups.set(key, [...(groups.get(key) ?? []), sale]);
  }
  return [...groups];
}

const MEMBERS = [
  "id",
  "no",
  "contactId",
  "companyId",
  "description",
  "salesperson",
  "cycle",
  "status",
  "priority",
  "createdOn",
] as const satisfies readonly (keyof Sale)[];

function pick(of: Omit<Opportunity, "entries">) {
  return Object.fromEntries(
    MEMBERS.flatMap((name) =>
      of[name] === undefined ? [] : [[name, of[name]]],
    ),
  ) as Pick<Opportunity, (typeof MEMBERS)[number]>;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
