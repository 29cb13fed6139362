import { parseDay } from "../../../shared/domain/parse-day.ts";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { defaultCycle } from "../../../shared/domain/default-cycle.ts";
import { parseAmount } from "../../../shared/domain/parse-amount.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useFoundDraft, useKeptForm } from "../../local-store/use-kept-form.ts";
import { KeptFormDialog } from "../../ui/kept-form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";
import {
  CodeLine,
  PriorityLine,
  SalespersonLine,
  TextLine,
} from "../../ui/form-lines.tsx";
import { useOpportunityCommands } from "./use-opportunity-commands.ts";

interface Start {
  readonly contact: Contact;
  readonly cycle: string;
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
  contactId: string;
  interactionId?: string | undefined;
  onClose(): void;
}) {
  const { store } = useLocalStore();
  const { contactId, interactionId, onClose } = props;
  const [start, setStart] = useState<Start | null>(null);
  const found = useFoundDraft("opportunity/new", interactionId ?? contactId);
  useEffect(() => {
    let current = true;
    void (async () => {
      const [contact, interaction, setting, codes] = await Promise.all([
        store.get("contacts", contactId),
        interactionId ? store.get("interactions", interactionId) : null,
        readMarketing(store),
        store.all("codes", 5000),
      ]);
      if (!current) return;
      if (!contact) return onClose();
      const opportunities = interaction
        ? await store.byContact("opportunities", contactId, OF_CONTACT)
        : [];
      if (!current) return;
      setStart({
        contact,
        cycle: defaultCycle(setting, codes) ?? "",
        from: interaction ? { interaction, opportunities } : undefined,
      });
    })();
    return () => {
      current = false;
    };
  }, [store, contactId, interactionId, onClose]);
  if (!start || !found) return null;
  return <Form start={start} found={found} onClose={onClose} />;
}

function Form(props: {
  start: Start;
  found: NonNullable<ReturnType<typeof useFoundDraft>>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { now, today, owner } = useSession();
  const commands = useOpportunityCommands();
  const { contact, cycle, from } = props.start;
  const form = useKeptForm(
    props.found,
    {
      cycle,
      priority: "normal",
      start: "1",
      comment: from?.interaction.result ?? "",
      salesperson: owner.salesperson ?? contact.salesperson ?? "",
    },
    now,
  );
  const [problem, setProblem] = useState<string>();
  const { texts, set } = form;
  const part = { texts, set };
  const starts = texts["start"] === "1";

  async function save(): Promise<boolean> {
    const closeOn = parseDay((texts["closeOn"] ?? "").trim(), today);
    const estimated = parseAmount(texts["value"] ?? "");
    if (estimated === null && (texts["value"] ?? "").trim() !== "") {
      setProblem(t("sale.refused.value-missing"));
      return false;
    }
    const along = form.removal();
    const chances = Number((texts["chances"] ?? "").replace("%", "").trim());
    const no = await commands.create(
      {
        contact,
        cycle: codes.find("salesCycle", texts["cycle"] ?? ""),
        ...(from ? { from } : {}),
      },
      {
        description: texts["description"] ?? "",
        priority: texts["priority"] as NonNullable<Opportunity["priority"]>,
        comment: texts["comment"] ?? "",
        ...(texts["salesperson"] ? { salesperson: texts["salesperson"] } : {}),
        ...(texts["quoteNo"]?.trim()
          ? { quoteNo: texts["quoteNo"].trim() }
          : {}),
        ...(starts
          ? {
              start: {
                ...(estimated === null ? {} : { estimatedMinor: estimated }),
                ...(chances > 0 && chances <= 100 ? { chances } : {}),
                ...(closeOn === null ? {} : { closeOn }),
              },
            }
          : {}),
      },
      along,
    );
    if (no !== null) form.resume();
    setProblem(no ?? undefined);
    return no === null;
  }
  return (
    <KeptFormDialog
      title={t("sale.newWith", { name: contact.name })}
      action={t("sale.create")}
      form={form}
      problem={problem}
      onSave={save}
      onClose={props.onClose}
    >
      <TextLine {...part} name="description" label={t("sale.what")} autoFocus />
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "1.2fr 0.8fr 1fr",
          gap: 1.25,
        }}
      >
        <TextLine
          {...part}
          name="value"
          label={t("sale.value")}
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
          onChange={(closeOn) => set({ closeOn })}
        />
      </Box>
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 1.25 }}>
        <CodeLine
          {...part}
          name="cycle"
          label={t("sale.cycle")}
          codes={codes.of("salesCycle")}
        />
        <PriorityLine {...part} />
        <SalespersonLine {...part} codes={codes.of("salesperson")} />
        <TextLine {...part} name="quoteNo" label={t("sale.quote")} />
      </Box>
      <TextLine {...part} name="comment" label={t("sale.comment")} many />
      <FormControlLabel
        control={
          <Checkbox
            checked={starts}
            onChange={(_, checked) => set({ start: checked ? "1" : "" })}
          />
        }
        label={t("sale.startNow")}
      />
    </KeptFormDialog>
  );
}
