import { usualMinutes } from "../../../shared/domain/usual-minutes.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";

const LOOKED_AT = 50;
const NOTHING: Known = {
  interactions: [],
  opportunities: [],
  people: [],
};

interface Known {
  readonly interactions: readonly Interaction[];
  readonly opportunities: readonly Opportunity[];
  readonly people: readonly ContactRow[];
}

/** What is known of a contact that a visit with it starts with. */
export interface VisitStart {
  /** Open opportunities of the contact and of its company, the newest first. */
  readonly opportunities: readonly Opportunity[];
  /** Whom one may have met besides: the people of the company, without the contact itself. */
  readonly people: readonly ContactRow[];
  /** Minutes of the last such visit, see `usualMinutes`. */
  usual(template: string): number | null;
}

/** INT-13: nobody who is blocked for privacy. */
const whomOneMeets = (companyId: string) => ({
  ...{ companyId, text: "", unblocked: true },
  ...{ from: 0, to: Number.MAX_SAFE_INTEGER },
});

/** Kept current; while it is being read nothing is known. */
export function useVisitStart(contactId: string): VisitStart {
  const { list } = useLocalStore();
  const live = useLive<Known>({
    key: `visit-start/${contactId}`,
    collections: ["contacts", "interactions", "opportunities"],
    ids: [contactId],
    read: async (store) => {
      const contact =
        contactId === "" ? null : await store.get("contacts", contactId);
      if (!contact) return NOTHING;
      const companyId =
        contact.type === "company" ? contact.id : contact.companyId;
      const ids = [...new Set([contact.id, companyId ?? contact.id])];
      const [interactions, people, ...found] = await Promise.all([
        store.byContact("interactions", contact.id, LOOKED_AT),
        companyId === undefined ? null : list.people(whomOneMeets(companyId)),
        ...ids.map((id) => store.byContact("opportunities", id, LOOKED_AT)),
      ]);
      const opportunities = found
        .flat()
        .filter(({ status }) => status !== "won" && status !== "lost")
        .sort((a, b) => (a.createdOn < b.createdOn ? 1 : -1));
      return {
        interactions,
        opportunities,
        people: (people?.rows ?? []).filter(({ id }) => id !== contact.id),
      };
    },
  });
  const facts = live.status === "ready" ? live.value : NOTHING;
  return {
    opportunities: facts.opportunities,
    people: facts.people,
    usual: (template) => usualMinutes(facts.interactions, template),
  };
}
