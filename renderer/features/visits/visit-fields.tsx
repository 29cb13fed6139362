import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { peopleOffered } from "../../../shared/domain/draft-meanwhile.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { momentOf, shownDuration } from "../../../shared/domain/typed-visit.ts";
import { withTemplate } from "../../../shared/domain/visit-template.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatAmount } from "../../ui/format.ts";
import { ListPicker } from "../../ui/list-paper.tsx";
import type { NewContactForm } from "../../ui/new-contact.ts";
import { useSession } from "../../ui/session.ts";
import { AttachField } from "./attach-field.tsx";
import { MeanwhileNotes } from "./meanwhile-notes.tsx";
import { MomentFields } from "./moment-fields.tsx";
import { NextStepHint } from "./next-step-hint.tsx";
import { OpportunityField } from "./opportunity-field.tsx";
import { OthersMeant } from "./others-meant.tsx";
import { OutcomeField } from "./outcome-field.tsx";
import { PeopleMet } from "./people-met.tsx";
import { ResultField } from "./result-field.tsx";
import { TemplateSteps } from "./template-steps.tsx";
import type { VisitFormState } from "./use-visit-form.ts";
import { VisitAddress } from "./visit-address.tsx";
import { WhoField } from "./who-field.tsx";

/**
 * The fields of the sheet in the order of telling: who, how it went, what came of it, what next. When, how long and what
 * kind come after them, for they have their defaults.
 */
export function VisitFields(props: {
  form: VisitFormState;
  /** Whether the sheet was opened with a contact. */
  withContact: boolean;
  /** What waits in the field of whom to be understood. */
  typed: string;
  newContact?: NewContactForm | undefined;
}) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const templates = useCodes().of("interactionTemplate");
  const result = useRef<HTMLTextAreaElement>(null);
  const { form, withContact } = props;
  const { values, set, setValues, reading, isDraft, problems, known } = form;
  const template = templates.find((one) => one.code === values.template);
  const cost = template?.unitCostMinor ?? 0;
  const isTold = props.typed !== "" && !withContact;
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        overflowY: "auto",
        display: "flex",
        flexDirection: "column",
        gap: 2,
        px: 2.5,
        py: 2.25,
      }}
    >
      {form.restored && (
        <Alert severity="info">{t("visit.draftRestored")}</Alert>
      )}
      <MeanwhileNotes told={form.told} />
      {form.failure && <Alert severity="error">{form.failure}</Alert>}
      <WhoField
        value={form.who}
        typed={withContact ? "" : props.typed}
        autoFocus={values.contactId === "" && (!isDraft || isTold)}
        problem={
          form.checked && problems.contactId ? t("visit.needWho") : undefined
        }
        onChange={form.chooseRow}
        onUnknown={props.newContact && form.setUnknown}
        onProposal={form.takeOver}
        onSentence={form.setSentence}
        onLeave={form.keepSentence}
      />
      {form.unknown !== null &&
        props.newContact?.({
          name: form.unknown,
          onHere: (id) => {
            form.setUnknown(null);
            form.choose(id);
          },
          onClose: () => {
            form.setUnknown(null);
            form.focusOn("contactId");
          },
        })}
      <OthersMeant others={form.others} onChange={form.chooseOther} />
      <PeopleMet
        people={peopleOffered(known.people, form.told)}
        value={values.attendees}
        onChange={(attendees) => set({ attendees })}
      />
      <OutcomeField
        value={values.outcome}
        autoFocus={withContact && !isDraft}
        handle={form.outcome}
        onChange={(chosen) => set({ outcome: chosen })}
        onDone={() => result.current?.focus()}
      />
      <ResultField
        value={values.result}
        templates={templates}
        inputRef={result}
        autoFocus={isDraft && !isTold}
        onChange={(text) => set({ result: text })}
        onTemplate={(chosen) =>
          setValues((before) =>
            withTemplate(
              before,
              chosen,
              momentOf(before, reading)?.date ?? today,
            ),
          )
        }
      />
      <TextField
        label={t("visit.nextStep")}
        placeholder={t("visit.nextStepHint")}
        value={values.nextStep}
        onChange={(event) => set({ nextStep: event.target.value })}
        helperText={<NextStepHint text={values.nextStep} />}
        autoComplete="off"
      />
      <TemplateSteps
        steps={values.steps}
        onChange={(steps) => set({ steps })}
      />
      <ListPicker kind="interactionTemplate">
        <TextField
          select
          label={t("visit.kind")}
          value={template ? values.template : ""}
          helperText={
            cost > 0 && t("visit.kindCost", { amount: formatAmount(cost) })
          }
          onChange={(event) => set({ template: event.target.value })}
        >
          {templates.map((one) => (
            <MenuItem key={one.id} value={one.code}>
              {codeText(one, language)}
            </MenuItem>
          ))}
        </TextField>
      </ListPicker>
      <MomentFields
        values={values}
        opened={form.opened}
        duration={shownDuration(values, template ?? null, form.usualMinutes)}
        problems={problems}
        checked={form.checked}
        onChange={set}
      />
      <VisitAddress
        contactId={values.contactId}
        day={momentOf(values, reading)?.date ?? null}
      />
      <OpportunityField
        opportunities={withClosed(form, known.opportunities, (name) =>
          t("visit.closedOpportunity", { name }),
        )}
        value={form.opportunityId}
        opens={values.opens}
        onChange={set}
      />
      <AttachField
        value={values.files}
        attaching={form.attaching}
        onChange={(files) => set({ files })}
      />
    </Box>
  );
}

/** An opportunity that was closed since can be taken out again. */
function withClosed(
  { told }: VisitFormState,
  open: VisitFormState["known"]["opportunities"],
  closedWords: (name: string) => string,
) {
  const closed = told.flatMap((one) => (one.kind === "closed" ? [one] : []));
  const isClosed = new Set(closed.map(({ id }) => id));
  return [
    ...open.filter(({ id }) => !isClosed.has(id)),
    ...closed.map(({ id, name }) => ({ id, description: closedWords(name) })),
  ];
}
