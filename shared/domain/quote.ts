import type { Opportunity } from "../entities/opportunity.ts";
import { activeEntry } from "./opportunity-entries.ts";

export interface QuoteRefusal {
  readonly kind: "quote-taken" | "quote-without-company";
}

/** Letter by letter, so that the server's database says the same as every device; of ß and SS it makes two. */
export const SMALL =
  "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœšž";
export const CAPITALS =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸŒŠŽ";
const LETTER = new RegExp(`[${SMALL}]`, "g");

/** A quote's number as it is compared: `q-1001 ` is `Q-1001`. */
export function quoteKey(quoteNo: string): string {
  return quoteNo
    .trim()
    .replace(LETTER, (letter) => CAPITALS.charAt(SMALL.indexOf(letter)));
}

/** OPP-10: a quote is of one opportunity, and only a company gets one. Without a quote nothing stands against it. */
export function quoteRefusal(
  quoteNo: string,
  companyId: string | undefined,
  others: readonly Pick<Opportunity, "id" | "quoteNo">[],
): QuoteRefusal | null {
  const key = quoteKey(quoteNo);
  if (key === "") return null;
  if (others.some((one) => quoteKey(one.quoteNo ?? "") === key))
    return { kind: "quote-taken" };
  return companyId === undefined ? { kind: "quote-without-company" } : null;
}

/** What its quote comes to; null = it has none, or one that tells no total. */
export function quoteTotal({
  quoteNo,
  quoteMinor = 0,
}: Pick<Opportunity, "quoteNo" | "quoteMinor">): number | null {
  return quoteNo !== undefined && quoteMinor > 0 ? quoteMinor : null;
}

/**
 * OPP-7: a sale came to the total of its quote, whatever was typed besides, and whichever of the two was told first: so
 * it is the same on the device that closes it, on the one that enters the total, and on the server where they meet.
 */
export function withQuoteTotal(opportunity: Opportunity): Opportunity {
  const total = quoteTotal(opportunity);
  const won = activeEntry(opportunity);
  if (total === null || won?.entry.action !== "won") return opportunity;
  if (won.entry.estimatedMinor === total) return opportunity;
  const entry = { ...won.entry, estimatedMinor: total };
  return {
    ...opportunity,
    entries: { ...opportunity.entries, [won.id]: entry },
  };
}
