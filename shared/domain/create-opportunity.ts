import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Code } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { Change } from "./change.ts";
import { quoteRefusal, type QuoteRefusal } from "./quote.ts";
import { employerOn } from "./employer.ts";
import { moveOpportunity, type MoveRefusal } from "./move-opportunity.ts";
import type { NewId } from "./new-id.ts";

export interface CreateOpportunityFacts {
  readonly contact: Contact;
  /** The one chosen, else the set-up's (DEF-4). */
  readonly cycle: Code | null;
  readonly userSalesperson: string | null;
  /** The work date. */
  readonly today: CalendarDay;
  /** The visit that it comes from, with the opportunities that there are of the contact (INT-11). */
  readonly from?: {
    readonly interaction: Interaction;
    readonly opportunities: readonly Opportunity[];
  };
  readonly activity: (code: string) => Code | null;
  /** All others that name a quote (OPP-10). */
  readonly others?: readonly Pick<Opportunity, "id" | "quoteNo">[];
  readonly newId: NewId;
}

export interface OpportunityDraft {
  readonly description: string;
  readonly salesperson?: string;
  readonly priority?: Opportunity["priority"];
  readonly quoteNo?: string;
  readonly quoteMinor?: number;
  readonly comment?: string;
  readonly createdOn?: CalendarDay;
  /** With the first stage at once (OPP-2), and what it needs. */
  readonly start?:
    | {
        readonly estimatedMinor?: number;
        readonly chances?: number;
        readonly closeOn?: CalendarDay;
      }
    | undefined;
}

export type CreateOpportunityRefusal =
  | {
      readonly kind:
        | "privacy-blocked"
        | "description-missing"
        | "salesperson-missing"
        | "cycle-missing"
        | "interaction-canceled"
        | "interaction-used";
    }
  | QuoteRefusal
  | MoveRefusal;

/** OPP-1: what a new opportunity needs; its company is the contact's. From a visit: see INT-11. */
export function createOpportunity(
  facts: CreateOpportunityFacts,
  draft: OpportunityDraft,
): Result<readonly Change[], CreateOpportunityRefusal> {
  const { contact, cycle, userSalesperson, from, newId } = facts;
  if (contact.privacyBlocked === true)
    return refuse({ kind: "privacy-blocked" });
  if (from) {
    const no = visitRefusal(from.interaction, from.opportunities);
    if (no) return refuse({ kind: no });
  }
  const description = draft.description.trim();
  if (description === "") return refuse({ kind: "description-missing" });
  const salesperson =
    draft.salesperson ?? userSalesperson ?? contact.salesperson;
  if (salesperson === undefined) return refuse({ kind: "salesperson-missing" });
  // OPP-11: a blocked cycle is none to choose.
  if (!cycle || cycle.inactive === true)
    return refuse({ kind: "cycle-missing" });
  const createdOn = draft.createdOn ?? facts.today;
  const companyId = employerOn(contact, createdOn);
  const quoteNo = draft.quoteNo?.trim() ?? "";
  const noQuote = quoteRefusal(quoteNo, companyId, facts.others ?? []);
  if (noQuote) return refuse(noQuote);
  const comment = draft.comment?.trim() || from?.interaction.result;
  const after: Opportunity = {
    id: newId(),
    description,
    contactId: contact.id,
    ...(companyId === undefined ? {} : { companyId }),
    salesperson,
    cycle: cycle.code,
    status: "notStarted",
    priority: draft.priority ?? "normal",
    createdOn,
    ...(quoteNo === "" ? {} : { quoteNo }),
    ...(quoteNo === "" || !draft.quoteMinor
      ? {}
      : { quoteMinor: draft.quoteMinor }),
    ...(comment ? { comment } : {}),
    ...(from ? { interactionId: from.interaction.id } : {}),
  };
  const created: Change = {
    c: "opportunities",
    id: after.id,
    before: null,
    after,
  };
  if (!draft.start) return ok([created]);
  const moved = moveOpportunity(
    { ...facts, opportunity: after, tasks: [] },
    { move: "first", changedOn: createdOn, ...draft.start },
  );
  if (!moved.ok) return moved;
  const [first, ...rest] = moved.value;
  return ok([{ ...first, before: null } as Change, ...rest]);
}

/** INT-11: a visit makes one opportunity, and none once it is cancelled. */
export function visitRefusal(
  interaction: Interaction,
  opportunities: readonly Opportunity[],
): "interaction-canceled" | "interaction-used" | null {
  if (interaction.canceled === true) return "interaction-canceled";
  const used =
    interaction.opportunityId !== undefined ||
    opportunities.some(({ interactionId }) => interactionId === interaction.id);
  return used ? "interaction-used" : null;
}
