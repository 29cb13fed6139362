import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useContactSearch } from "../../local-store/use-contact-search.ts";
import { useFoundDraft, useKeptForm } from "../../local-store/use-kept-form.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { ContactField } from "../../ui/contact-field.tsx";
import { twoColumns } from "../../ui/form-grid.ts";
import { KeptFormDialog } from "../../ui/kept-form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import {
  PriorityLine,
  SalespersonLine,
  TextLine,
} from "../../ui/form-lines.tsx";
import { useFormProblem } from "../../ui/use-form-problem.ts";
import { QuoteLines } from "./quote-lines.tsx";
import { editOf, quoteOf, quoteTexts } from "./sale-texts.ts";
import { useOpportunityCommands } from "./use-opportunity-commands.ts";
import type { OpportunityView } from "./use-opportunity.ts";

/** OPP-9, OPP-10: what may be changed beside the moves. */
export function EditDialog(props: { view: OpportunityView; onClose(): void }) {
  const found = useFoundDraft(
    "opportunity/edit",
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
  const { store } = useLocalStore();
  const { now, language } = useSession();
  const ask = useContactSearch(language);
  const commands = useOpportunityCommands();
  const { opportunity, contact, tasks } = props.view;
  const form = useKeptForm(
    props.found,
    {
      description: opportunity.description,
      priority: opportunity.priority ?? "normal",
      salesperson: opportunity.salesperson ?? "",
      ...quoteTexts(opportunity),
      comment: opportunity.comment ?? "",
      contactId: opportunity.contactId,
    },
    now,
  );
  const { texts, typed } = form;
  const { problem, refuse, attempt, set } = useFormProblem(form);
  const part = { texts, set, problem };
  const open = tasks.filter((task) => !isClosed(task)).length;
  const moved = [typed["contactId"], typed["salesperson"]].some(Boolean);

  async function save(): Promise<boolean> {
    const other = typed["contactId"]
      ? await store.get("contacts", typed["contactId"])
      : null;
    const quote = quoteOf(typed);
    if (!quote.ok) return refuse({ text: t(quote.word), field: quote.field });
    return attempt((along) =>
      commands.edit(
        opportunity.id,
        {
          ...editOf(typed, quote.value),
          ...(other ? { contact: other } : {}),
        },
        texts["followTasks"] === "1",
        along,
      ),
    );
  }
  return (
    <KeptFormDialog
      title={t("sale.edit")}
      action={t("cardForm.save")}
      form={form}
      problem={problem}
      onSave={save}
      onClose={props.onClose}
    >
      <TextLine {...part} name="description" label={t("sale.what")} autoFocus />
      <ContactField
        ask={ask}
        start={
          contact && {
            id: contact.id,
            name: contact.name,
            companyName: contact.companyName ?? "",
          }
        }
        label={t("sale.with")}
        onChange={(chosen) => {
          if (chosen) set({ contactId: chosen.id });
        }}
      />
      <Box sx={twoColumns}>
        <PriorityLine {...part} />
        <SalespersonLine {...part} codes={codes.of("salesperson")} />
      </Box>
      <QuoteLines {...part} />
      <TextLine {...part} name="comment" label={t("sale.comment")} many />
      {moved && open > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              checked={texts["followTasks"] === "1"}
              onChange={(_, checked) =>
                set({ followTasks: checked ? "1" : "" })
              }
            />
          }
          label={t("sale.followTasks", { count: open })}
        />
      )}
    </KeptFormDialog>
  );
}
