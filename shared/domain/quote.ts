import type { Opportunity } from "../entities/opportunity.ts";

export interface QuoteRefusal {
  readonly kind: "quote-taken" | "quote-without-company";
}

/** OPP-10: a quote is of one opportunity, and only a company gets one. Without a quote nothing stands against it. */
export function quoteRefusal(
  quoteNo: string,
  companyId: string | undefined,
  others: readonly Pick<Opportunity, "id" | "quoteNo">[],
): QuoteRefusal | null {
  if (quoteNo === "") return null;
  if (others.some((one) => one.quoteNo === quoteNo))
    return { kind: "quote-taken" };
  return companyId === undefined ? { kind: "quote-without-company" } : null;
}
