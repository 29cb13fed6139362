import { parseDay } from "../../../shared/domain/parse-day.ts";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { linkOf } from "../../../shared/domain/account-request.ts";
import { relationsWithCompany } from "../../../shared/domain/business-relations.ts";
import {
  reasonsFor,
  type Outcome,
} from "../../../shared/domain/close-opportunity.ts";
import { parseAmount } from "../../../shared/domain/parse-amount.ts";
import { quoteTotal } from "../../../shared/domain/quote.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useFoundDraft, useKeptForm } from "../../local-store/use-kept-form.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { problemOf } from "../../ui/form-problem.ts";
import { formatDay, formatFrancs, FRANCS } from "../../ui/format.ts";
import { KeptFormDialog } from "../../ui/kept-form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";
import { CodeLine, TextLine } from "../../ui/form-lines.tsx";
import { useFormProblem } from "../../ui/use-form-problem.ts";
import { useOpportunityCommands } from "./use-opportunity-commands.ts";
import type { OpportunityView } from "./use-opportunity.ts";

/** OPP-7: won or lost, with a reason of its kind; the company of a sale becomes a customer. */
export function CloseDialog(props: { view: OpportunityView; onClose(): void }) {
  const found = useFoundDraft(
    "opportunity/close",
    props.view.opportunity.id,
    useOpenElsewhere(props.onClose),
  );
  return found ? <Form {...props} found={found} /> : null;
}

function Form(props: {
  view: OpportunityView;
  found: NonNullable<ReturnType<typeof useFoundDraft>>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { now, today } = useSession();
  const commands = useOpportunityCommands();
  const { opportunity, contact, company } = props.view;
  const target = company ?? contact;
  const total = quoteTotal(opportunity);
  const isCustomer =
    contact !== null &&
    linkOf(relationsWithCompany(contact, company), "customer") !== undefined;
  const templates = codes
    .of("customerTemplate")
    .filter((one) => (one.contactType ?? target?.type) === target?.type);
  const form = useKeptForm(
    props.found,
    {
      outcome: "won",
      closedOn: formatDay(today),
      template: templates[0]?.code ?? "",
    },
    now,
  );
  const { texts } = form;
  const { problem, refuse, attempt, set } = useFormProblem(form);
  const part = { texts, set, problem };
  const outcome: Outcome = texts["outcome"] === "lost" ? "lost" : "won";

  async function save(): Promise<boolean> {
    const closedOn = parseDay((texts["closedOn"] ?? "").trim(), today);
    if (closedOn === null)
      return refuse({ text: t("cardForm.noDay"), field: "closedOn" });
    const value = parseAmount(texts["value"] ?? "");
    if (value === null && (texts["value"] ?? "").trim() !== "")
      return refuse({
        text: t("sale.refused.value-missing"),
        field: "value",
      });
    return attempt((along) =>
      commands.close(
        opportunity.id,
        {
          outcome,
          closedOn,
          valueMinor: value ?? 0,
        },
        texts["reason"] ?? "",
        texts["template"] ?? "",
        along,
      ),
    );
  }
  return (
    <KeptFormDialog
      title={t("sale.closeOf", { name: opportunity.description })}
      action={t("sale.closeDo")}
      form={form}
      problem={problem}
      onSave={save}
      onClose={props.onClose}
    >
      <ToggleButtonGroup
        exclusive
        value={outcome}
        aria-label={t("sale.outcome")}
        onChange={(_, chosen: Outcome | null) => {
          // A reason belongs to one end alone.
          if (chosen) set({ outcome: chosen, reason: "" });
        }}
      >
        <ToggleButton value="won">{t("sale.status.won")}</ToggleButton>
        <ToggleButton value="lost">{t("sale.status.lost")}</ToggleButton>
      </ToggleButtonGroup>
      <CodeLine
        {...part}
        name="reason"
        label={t("sale.reason")}
        codes={reasonsFor(codes.of("closeCode"), outcome)}
      />
      <TypedDayField
        read={parseDay}
        label={t("sale.closedOn")}
        value={texts["closedOn"] ?? ""}
        problem={problemOf(problem, "closedOn")}
        onChange={(closedOn) => set({ closedOn })}
      />
      {outcome === "won" && (
        <>
          {total === null ? (
            <TextLine
              {...part}
              name="value"
              label={t("sale.salesValue")}
              unit={FRANCS}
              placeholder="46'500"
            />
          ) : (
            <Typography>
              {t("sale.comesTo", {
                quote: opportunity.quoteNo,
                total: formatFrancs(total),
              })}
            </Typography>
          )}
          {!isCustomer && target && (
            <>
              <Typography variant="body2" color="textSecondary">
                {t("sale.becomesCustomer", { name: target.name })}
              </Typography>
              <CodeLine
                {...part}
                name="template"
                label={t("createAs.template")}
                codes={templates}
              />
            </>
          )}
        </>
      )}
    </KeptFormDialog>
  );
}
