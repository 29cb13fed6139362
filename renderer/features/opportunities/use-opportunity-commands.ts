import { useTranslation } from "react-i18next";
import type { Result } from "../../../shared/core/result.ts";
import type { AccountRequest } from "../../../shared/entities/note.ts";
import type { RequestFacts } from "../../../shared/domain/account-request.ts";
import { linkCodesOf } from "../../../shared/domain/business-relations.ts";
import type { Change } from "../../../shared/domain/change.ts";
import {
  closeOpportunity,
  type CloseDraft,
} from "../../../shared/domain/close-opportunity.ts";
import {
  createOpportunity,
  type CreateOpportunityFacts,
  type OpportunityDraft,
} from "../../../shared/domain/create-opportunity.ts";
import {
  deleteOpportunity,
  editOpportunity,
  type OpportunityEdit,
} from "../../../shared/domain/edit-opportunity.ts";
import {
  moveOpportunity,
  type MoveDraft,
} from "../../../shared/domain/move-opportunity.ts";
import { findCode } from "../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { FormProblem } from "../../ui/form-problem.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { wordOf } from "../../ui/word-of.ts";
import type { TypedQuote } from "./sale-texts.ts";
import { readOpportunity, type OpportunityView } from "./use-opportunity.ts";

/** Which field of the forms a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  "description-missing": "description",
  "salesperson-missing": "salesperson",
  "cycle-missing": "cycle",
  "value-missing": "value",
  "chances-missing": "chances",
  "closing-before-move": "closeOn",
  "before-last-move": "changedOn",
  "quote-needed": "quoteNo",
  "quote-taken": "quoteNo",
  "quote-without-company": "quoteNo",
  "reason-missing": "reason",
  "no-such-move": "way",
};

const ALL = 20_000;
const NOTES = 1000;

type Outcome = Result<
  readonly Change[],
  { readonly kind: string; readonly why?: string }
>;

/** Everything that is done with an opportunity; each answers what stood against it, in words, or null, and is one step of Undo. */
export function useOpportunityCommands() {
  const { t, i18n } = useTranslation();
  const { store, save } = useLocalStore();
  const { newId, today, owner } = useSession();
  const notify = useNotify();

  async function commit(
    label: string,
    outcome: Outcome,
    along: readonly Change[] = [],
  ): Promise<FormProblem | null> {
    if (!outcome.ok) return refusalOf(outcome.error);
    const result = await save(label, [...outcome.value, ...along]);
    if (result.status === "failed")
      return { text: t(`error.save.${result.reason}`) };
    notify({ text: wordOf(i18n, label) ?? label, undo: true });
    return null;
  }
  function refusalOf(error: { kind: string; why?: string }): FormProblem {
    const why = error.why && wordOf(i18n, `reason.${error.why}`);
    return {
      text:
        why ?? wordOf(i18n, `sale.refused.${error.kind}`) ?? t("error.save.io"),
      field: FIELDS[error.kind],
    };
  }
  async function facts(view: OpportunityView) {
    const codes = await store.all("codes", 5000);
    const { opportunity } = view;
    return {
      ...view,
      codes,
      cycle:
        opportunity.cycle === undefined
          ? null
          : findCode("salesCycle", opportunity.cycle, codes),
      activity: (code: string) => findCode("activity", code, codes),
      newId,
    };
  }
  const gone = () => ({ text: t("sale.refused.gone") });

  return {
    async create(
      of: Pick<CreateOpportunityFacts, "contact" | "cycle"> &
        Partial<Pick<CreateOpportunityFacts, "from">>,
      draft: OpportunityDraft,
      along: readonly Change[],
    ) {
      const codes = await store.all("codes", 5000);
      const others =
        draft.quoteNo === undefined
          ? []
          : await store.all("opportunities", ALL);
      const made = createOpportunity(
        {
          ...of,
          ...{ today, newId, others },
          userSalesperson: owner.salesperson ?? null,
          activity: (code) => findCode("activity", code, codes),
        },
        draft,
      );
      return commit("action.createOpportunity", made, along);
    },
    /** With a quote that was typed in the same form, assigned first. */
    async move(
      id: string,
      draft: MoveDraft,
      quote: TypedQuote,
      along: readonly Change[],
    ) {
      const view = await readOpportunity(store, id);
      if (!view) return gone();
      const all = await facts(view);
      const before = view.opportunity;
      let opportunity: Opportunity = before;
      if (Object.keys(quote).length > 0) {
        const others = await store.all("opportunities", ALL);
        const assigned = editOpportunity(
          { opportunity, others, tasks: [], followTasks: false },
          quote,
        );
        if (!assigned.ok) return refusalOf(assigned.error);
        opportunity = assigned.value[0]?.after as Opportunity;
      }
      const moved = moveOpportunity({ ...all, opportunity }, draft);
      if (!moved.ok) return refusalOf(moved.error);
      const [first, ...rest] = moved.value;
      const changes = [{ ...first, before } as Change, ...rest];
      return commit(
        "action.moveOpportunity",
        { ok: true, value: changes },
        along,
      );
    },
    async close(
      id: string,
      draft: CloseDraft,
      reason: string,
      template: string,
      along: readonly Change[],
    ) {
      const view = await readOpportunity(store, id);
      if (!view) return gone();
      const all = await facts(view);
      const closed = closeOpportunity(
        {
          ...all,
          reason: reason ? findCode("closeCode", reason, all.codes) : null,
          customer: await customerFacts(view, all.codes, template),
        },
        draft,
      );
      return commit("action.closeOpportunity", closed, along);
    },
    async edit(
      id: string,
      edit: OpportunityEdit,
      followTasks: boolean,
      along: readonly Change[],
    ) {
      const view = await readOpportunity(store, id);
      if (!view) return gone();
      const others = await store.all("opportunities", ALL);
      return commit(
        "action.editOpportunity",
        editOpportunity({ ...view, others, followTasks }, edit),
        along,
      );
    },
    async remove(id: string) {
      const view = await readOpportunity(store, id);
      if (!view) return gone();
      return commit(
        "action.deleteOpportunity",
        deleteOpportunity(view.opportunity),
      );
    },
  };

  /** OPP-7; null = somebody has asked for it already. */
  async function customerFacts(
    { contact, company }: OpportunityView,
    codes: readonly Code[],
    template: string,
  ): Promise<RequestFacts | null> {
    const target = company ?? contact;
    const notes = target
      ? await store.byContact("notes", target.id, NOTES)
      : [];
    const waits = notes.some(
      ({ status, request }) =>
        status === "open" && request?.kind === "customer",
    );
    if (waits) return null;
    const request: AccountRequest = {
      action: "create",
      kind: "customer",
      ...(template === "" ? {} : { template }),
    };
    const templates = codes.filter(({ kind }) => kind === "customerTemplate");
    const linkCodes = linkCodesOf(await readMarketing(store));
    return { request, contact, company, account: null, templates, linkCodes };
  }
}
