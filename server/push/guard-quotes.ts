import { isOpenOpportunity } from "../../shared/domain/opportunity-values.ts";
import { quoteRefusal, withQuoteTotal } from "../../shared/domain/quote.ts";
import type { Opportunity } from "../../shared/entities/opportunity.ts";
import { withValueAt } from "../../shared/sync/paths.ts";
import { GroupRefused } from "./group-refused.ts";
import type { GroupWork } from "./group-work.ts";

/** OPP-7: one laptop closes the sale, another knows what the quote comes to: whoever is second completes the value. */
export function settleQuotes(work: GroupWork): void {
  for (const { id, after } of written(work)) {
    const settled = withQuoteTotal(after);
    if (settled === after || work.givenBack.has(id)) continue;
    work.write({ c: "opportunities", id, before: after, after: settled });
  }
}

/**
 * OPP-7: who takes a closing back takes its entry back, whatever has been completed in it meanwhile: what it came to is
 * no longer a question for anybody.
 */
export function takeEndsBack(work: GroupWork): void {
  for (const { id, before, after } of written(work)) {
    if (!before || isOpenOpportunity(before) || !isOpenOpportunity(after))
      continue;
    const ends = Object.entries(before.entries ?? {})
      .filter(([, { action }]) => action === before.status)
      .map(([entry]) => `entries/${entry}`);
    const open = ends.reduce((o, end) => withValueAt(o, end, null), after);
    work.write({ c: "opportunities", id, before: after, after: open });
    const asked = work.conflicts.filter(
      ({ doc, conflict }) => doc.id !== id || !ends.includes(conflict.path),
    );
    work.conflicts.splice(0, Infinity, ...asked);
  }
}

/**
 * OPP-10: a quote is of one opportunity, of that which came first, and only a company gets one. A number that a group
 * has not changed is not its fault, nor is a company that has been erased meanwhile.
 */
export async function guardQuotes(work: GroupWork): Promise<void> {
  const { tenant, working } = work.deps;
  if (work.trusted) return;
  for (const { id, before, after } of written(work)) {
    const { quoteNo, companyId = work.erasedCompanies.get(id) } = after;
    // A merge or an erasure that takes the company away finds the quote there, too.
    const isOld = before?.quoteNo === quoteNo;
    if (quoteNo === undefined || isOld || work.givenBack.has(id)) continue;
    working.absorb(await tenant.quotedAs(quoteNo));
    const others = working
      .all()
      .filter(
        ({ doc }) => doc.c === "opportunities" && !doc.deleted && doc.id !== id,
      )
      .map(({ doc }) => doc.v as unknown as Opportunity);
    const no = quoteRefusal(quoteNo, companyId, others);
    if (no?.kind === "quote-taken")
      throw new GroupRefused(
        "quote_taken",
        "The quote is another opportunity's.",
      );
    if (no)
      throw new GroupRefused(
        "quote_without_company",
        "Only the contact of a company gets a quote.",
      );
  }
}

/** Opportunities that the group has written; `before` is null when there was none that stood. */
function written(work: GroupWork) {
  return work.touched().flatMap(({ c, id, before, after }) =>
    c === "opportunities" && !after.deleted
      ? [
          {
            id,
            before:
              before && !before.deleted
                ? (before.v as unknown as Opportunity)
                : null,
            after: after.v as unknown as Opportunity,
          },
        ]
      : [],
  );
}
