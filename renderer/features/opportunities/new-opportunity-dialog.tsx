import { parseDay } from "../../../shared/domain/parse-day.ts";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { defaultCycle } from "../../../shared/domain/default-cycle.ts";
import { stagesOf, stageText } from "../../../shared/domain/sales-cycle.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useContactSearch } from "../../local-store/use-contact-search.ts";
import { useFoundDraft, useKeptForm } from "../../local-store/use-kept-form.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { ContactField } from "../../ui/contact-field.tsx";
import { FRANCS } from "../../ui/format.ts";
import { twoColumns } from "../../ui/form-grid.ts";
import { problemOf } from "../../ui/form-problem.ts";
import { KeptFormDialog } from "../../ui/kept-form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";
import {
  CodeLine,
  PriorityLine,
  SalespersonLine,
  TextLine,
} from "../../ui/form-lines.tsx";
import { useFormProblem } from "../../ui/use-form-problem.ts";
import { chanceWords } from "./chance-words.ts";
import { QuoteLines } from "./quote-lines.tsx";
import { chancesOf, estimateOf, quoteOf } from "./sale-texts.ts";
import { useOpportunityCommands } from "./use-opportunity-commands.ts";

interface Start {
  /** Null = asked for in the form. */
  readonly contact: Contact | null;
  readonly cycle: string;
  /** The set-up's, where neither the person nor the contact has one. */
  readonly salesperson: string;
  readonly from:
    | {
        readonly interaction: Interaction;
        readonly opportunities: readonly Opportunity[];
      }
    | undefined;
}

const OF_CONTACT = 1000;

/** OPP-1, OPP-2: a new opportunity with a contact, by itself or from a visit (INT-11), its first stage active unless one unticks it. */
export function NewOpportunityDialog(props: {
  /** Empty = asked for. */
  contactId: string;
  interactionId?: string | undefined;
  onClose(): void;
}) {
  const { store } = useLocalStore();
  const { contactId, interactionId, onClose } = props;
  const [start, setStart] = useState<Start | null>(null);
  const found = useFoundDraft(
    "opportunity/new",
    interactionId ?? (contactId || "somebody"),
    useOpenElsewhere(props.onClose),
  );
  const kept = useRef<string>(undefined);
  kept.current = keptContact(found?.draft?.value);
  const isFound = found !== undefined;
  useEffect(() => {
    if (!isFound) return;
    let current = true;
    void (async () => {
      const who = contactId || kept.current;
      const [contact, interaction, setting, codes] = await Promise.all([
        who ? store.get("contacts", who) : null,
        interactionId ? store.get("interactions", interactionId) : null,
        readMarketing(store),
        store.all("codes", 5000),
      ]);
      if (!current) return;
      if (!contact && contactId !== "") return onClose();
      const opportunities = interaction
        ? await store.byContact("opportunities", contactId, OF_CONTACT)
        : [];
      if (!current) return;
      setStart({
        contact,
        cycle: defaultCycle(setting, codes) ?? "",
        salesperson: setting?.defaultSalesperson ?? "",
        from: interaction ? { interaction, opportunities } : undefined,
      });
    })();
    return () => {
      current = false;
    };
  }, [store, contactId, interactionId, isFound, onClose]);
  if (!start || !found) return null;
  return (
    <Form
      start={start}
      asked={contactId === ""}
      found={found}
      onClose={onClose}
    />
  );
}

/** Whom somebody had chosen in a form that was left half typed. */
function keptContact(value: unknown): string | undefined {
  const kept = value as { readonly contactId?: unknown } | null | undefined;
  return typeof kept?.contactId === "string" ? kept.contactId : undefined;
}

function Form(props: {
  start: Start;
  /** The form asks with whom. */
  asked: boolean;
  found: NonNullable<ReturnType<typeof useFoundDraft>>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { store } = useLocalStore();
  const { now, today, owner, language } = useSession();
  const ask = useContactSearch(language);
  const commands = useOpportunityCommands();
  const { contact, cycle, from } = props.start;
  const form = useKeptForm(
    props.found,
    {
      cycle,
      priority: "normal",
      start: "1",
      comment: from?.interaction.result ?? "",
      salesperson:
        owner.salesperson ?? contact?.salesperson ?? props.start.salesperson,
    },
    now,
  );
  const { texts } = form;
  const { problem, refuse, attempt, set } = useFormProblem(form);
  const part = { texts, set, problem };
  const starts = texts["start"] === "1";
  const chosen = codes.find("salesCycle", texts["cycle"] ?? "");
  const [first] = stagesOf(chosen);

  async function whoOf(id: string | undefined): Promise<Contact | null> {
    if (!props.asked) return contact;
    return id ? store.get("contacts", id) : null;
  }
  async function save(): Promise<boolean> {
    const who = await whoOf(texts["contactId"]);
    if (!who) return refuse({ text: t("sale.noContact"), field: "contactId" });
    const read = estimateOf(texts, today);
    if (!read.ok) return refuse({ text: t(read.word), field: read.field });
    const quote = quoteOf(texts);
    if (!quote.ok) return refuse({ text: t(quote.word), field: quote.field });
    const { quoteNo, quoteMinor } = quote.value;
    return attempt((along) =>
      commands.create(
        {
          contact: who,
          cycle: chosen,
          ...(from ? { from } : {}),
        },
        {
          description: texts["description"] ?? "",
          priority: texts["priority"] as NonNullable<Opportunity["priority"]>,
          comment: texts["comment"] ?? "",
          ...(texts["salesperson"]
            ? { salesperson: texts["salesperson"] }
            : {}),
          ...(quoteNo ? { quoteNo, quoteMinor: quoteMinor ?? 0 } : {}),
          ...(starts ? { start: read.value } : {}),
        },
        along,
      ),
    );
  }
  return (
    <KeptFormDialog
      title={
        props.asked || !contact
          ? t("sale.new")
          : t("sale.newWith", { name: contact.name })
      }
      action={t("sale.create")}
      form={form}
      problem={problem}
      onSave={save}
      onClose={props.onClose}
    >
      {props.asked && (
        <ContactField
          key={String(form.restored)}
          ask={ask}
          start={
            contact && texts["contactId"] === contact.id
              ? {
                  id: contact.id,
                  name: contact.name,
                  companyName: contact.companyName ?? "",
                }
              : null
          }
          label={t("sale.with")}
          autoFocus={!contact}
          problem={problemOf(problem, "contactId")}
          onChange={(row) => {
            set({ contactId: row?.id ?? "" });
            if (texts["salesperson"] === "")
              void whoOf(row?.id).then((who) =>
                set({ salesperson: who?.salesperson ?? "" }),
              );
          }}
        />
      )}
      <TextLine
        {...part}
        name="description"
        label={t("sale.what")}
        autoFocus={!props.asked || contact !== null}
      />
      <Box sx={twoColumns}>
        <TextLine
          {...part}
          name="value"
          label={t("sale.value")}
          unit={FRANCS}
          placeholder="48'000"
        />
        <TextLine
          {...part}
          name="chances"
          label={t("sale.chances")}
          placeholder="30"
        />
        <TypedDayField
          read={parseDay}
          label={t("sale.closing")}
          value={texts["closeOn"] ?? ""}
          problem={problemOf(problem, "closeOn")}
          onChange={(closeOn) => set({ closeOn })}
        />
        <SalespersonLine {...part} codes={codes.of("salesperson")} />
        <CodeLine
          {...part}
          name="cycle"
          label={t("sale.cycle")}
          codes={codes.of("salesCycle")}
        />
        <PriorityLine {...part} />
      </Box>
      <QuoteLines {...part} />
      <TextLine {...part} name="comment" label={t("sale.comment")} many />
      {first && (
        <Box>
          <FormControlLabel
            control={
              <Checkbox
                checked={starts}
                onChange={(_, checked) => set({ start: checked ? "1" : "" })}
              />
            }
            label={t("sale.startNow", {
              stage: `${first.stage} ${stageText(first, language)}`,
            })}
          />
          <Typography variant="body2" color="textSecondary" sx={{ pl: 4 }}>
            {starts
              ? chanceWords(t, chosen, {
                  completed: first.completed,
                  chances: chancesOf(texts["chances"]) || first.chances,
                })
              : t("sale.startLater")}
          </Typography>
        </Box>
      )}
    </KeptFormDialog>
  );
}
