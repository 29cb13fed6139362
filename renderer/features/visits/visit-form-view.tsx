import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../../../shared/core/calendar.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { NamedContact } from "../../../shared/domain/sentence/sentence-names.ts";
import type { SentenceProposal } from "../../../shared/domain/sentence/read-sentence.ts";
import { visitOfSentence } from "../../../shared/domain/sentence/visit-of-sentence.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { ListPicker } from "../../ui/list-paper.tsx";
import { formatDay } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { AttachField } from "./attach-field.tsx";
import type { NewContactForm } from "../../ui/new-contact.ts";
import { MeanwhileNotes } from "./meanwhile-notes.tsx";
import { MomentFields } from "./moment-fields.tsx";
import { NextStepHint, useNextStepWords } from "./next-step-hint.tsx";
import { OthersMeant } from "./others-meant.tsx";
import { OpportunityField } from "./opportunity-field.tsx";
import { OutcomeField } from "./outcome-field.tsx";
import { PeopleMet } from "./people-met.tsx";
import { ResultField } from "./result-field.tsx";
import { TemplateSteps } from "./template-steps.tsx";
import { withMeanwhile } from "../../../shared/domain/draft-meanwhile.ts";
import { withTemplate } from "../../../shared/domain/visit-template.ts";
import { SheetActions } from "./sheet-actions.tsx";
import { useAttach } from "./use-attach.ts";
import {
  useVisitDraft,
  waitingDraft,
  type StoredDraft,
} from "./use-visit-draft.ts";
import { useMeanwhile } from "./use-meanwhile.ts";
import { useVisitSave } from "./use-visit-save.ts";
import { useVisitStart } from "./use-visit-start.ts";
import { useWho } from "./use-who.ts";
import { VisitAddress } from "./visit-address.tsx";
import {
  isWorthKeeping,
  momentOf,
  nextVisit,
  problemsOf,
  shownDuration,
  withWaiting,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";
import { WhoField } from "./who-field.tsx";

function withNote(values: TypedVisit, text: string): TypedVisit {
  if (text === "") return values;
  return {
    ...values,
    result: [values.result, text].filter((one) => one.trim() !== "").join("\n"),
  };
}

/**
 * The fields of the sheet in the order of telling: who, how it went, what came of it, what next. When, how long and what
 * kind come after them, for they have their defaults.
 */
export function VisitForm(props: {
  start: TypedVisit;
  /** The stored draft that the values are of; null = none. */
  found: StoredDraft | null;
  /** What was typed into the sheet before its fields were there: it looks for whom. */
  typed: string;
  /** The task that the visit was (TSK-3). */
  taskId?: string | undefined;
  /** The interaction that is finished or corrected. */
  again?: string | undefined;
  /** Makes a contact where its name was typed. */
  newContact?: NewContactForm | undefined;
  /** Filled with what closing the sheet from outside must do. */
  leave: RefObject<(() => void) | null>;
  onClose(): void;
  /** Saved, and the next one follows. */
  onNext(start: TypedVisit): void;
}) {
  const { t } = useTranslation();
  const { language, today, now } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const [values, setValues] = useState(props.start);
  const [opened] = useState(() => localTime(new Date(now())));
  const [checked, setChecked] = useState(false);
  // A sentence that is still being typed is kept as a note would be.
  const [sentence, setSentence] = useState("");
  // The name of somebody who is not here yet, while they are being made.
  const [unknown, setUnknown] = useState<string | null>(null);
  const [others, setOthers] = useState<readonly NamedContact[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [who, setWho] = useWho(values.contactId);
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<{ focus(): void }>(null);
  const result = useRef<HTMLTextAreaElement>(null);
  const moveOn = useRef(false);
  const [restored, setRestored] = useState(
    props.again === undefined
      ? (props.found?.values ?? null) !== null
      : (props.found?.draft ?? null) !== null,
  );
  const [isDraft] = useState(restored);
  // What was typed before waits to be understood.
  const isTold = props.typed !== "" && props.start.contactId === "";
  const { store } = useLocalStore();
  const kept = withNote(values, unknown ?? sentence);
  const keeper = useVisitDraft(
    kept,
    opened,
    props.found?.draft ?? null,
    props.again,
  );
  const saveVisit = useVisitSave();
  const nextStepWords = useNextStepWords();
  const known = useVisitStart(values.contactId);
  const reading = { today, language };
  const problems = problemsOf(values, reading);
  const templates = codes.of("interactionTemplate");
  const template = templates.find((one) => one.code === values.template);
  const usualMinutes = known.usual(values.template);
  const [only, ...further] = known.opportunities;
  const onlyOpportunity = only && further.length === 0 ? only.id : "";
  const set = (changed: Partial<TypedVisit>) =>
    setValues((before) => ({ ...before, ...changed }));

  const [earlier, setEarlier] = useState(props.found?.values ?? null);
  function takeWaiting(contactId: string): void {
    // What was begun about them earlier must neither be written over nor be forgotten.
    keeper.hold();
    void waitingDraft(store, contactId).then((waiting) => {
      if (waiting) {
        keeper.adopt(waiting.draft);
        setRestored(true);
        setValues((before) => withWaiting(before, waiting.values));
        setEarlier(waiting.values);
      }
      keeper.resume();
    });
  }
  const told = useMeanwhile(earlier, (found) => {
    const merged = found.find(({ kind }) => kind === "merged");
    if (merged && "id" in merged) takeWaiting(merged.id);
    setValues((before) => withMeanwhile(before, found));
  });
  // Who was there and has left, and what was closed, can be taken out again.
  const left = told.flatMap((one) => (one.kind === "metLeft" ? [one] : []));
  const closed = told.flatMap((one) => (one.kind === "closed" ? [one] : []));
  const attach = (files: TypedVisit["files"]) => set({ files });
  const attaching = useAttach(values.files, attach);

  function choose(contactId: string): void {
    set({ contactId, attendees: [], opportunityId: null });
    turnTo(contactId);
  }
  /** All of a sentence at once, each piece in its field. */
  function takeOver(
    proposal: SentenceProposal,
    contact: ContactRow | null,
  ): void {
    if (contact) setWho(contact);
    setSentence("");
    setOthers(proposal.others);
    setValues((before) => visitOfSentence(before, proposal));
    if (proposal.contact) turnTo(proposal.contact.id);
  }
  function turnTo(contactId: string): void {
    moveOn.current = contactId !== "";
    if (contactId !== "" && contactId !== values.contactId)
      takeWaiting(contactId);
  }
  // After the field of who has its new value: leaving it earlier would put the old one back.
  useEffect(() => {
    if (moveOn.current) outcome.current?.focus();
    moveOn.current = false;
  }, [values.contactId]);

  function leave(): void {
    if (isWorthKeeping(kept)) {
      keeper.flush();
      notify({ text: t("visit.draftKept") });
    }
    props.onClose();
  }
  useImperativeHandle(props.leave, () => leave);

  async function submit(
    event: FormEvent | KeyboardEvent | MouseEvent,
    next: boolean,
    postponed = false,
  ): Promise<void> {
    event.preventDefault();
    setChecked(true);
    const [wrong] = Object.keys(problems);
    if (wrong !== undefined) return focusOn(wrong);
    if (busy || attaching.busy > 0) return;
    setBusy(true);
    const saved = await saveVisit(
      values,
      { opened, usualMinutes, opportunityId: onlyOpportunity },
      () => keeper.removal(),
      { taskId: props.taskId, again: props.again, postponed },
    );
    setBusy(false);
    if (saved.kind === "failed") {
      setFailure(t(saved.why, { day: formatDay(today) }));
      if (saved.why === "visit.future") focusOn("date");
      return;
    }
    const said = postponed ? "visit.postponedSaved" : "visit.saved";
    notify({
      text: [t(said, { name: saved.name }), nextStepWords(values.nextStep)]
        .filter(Boolean)
        .join(" · "),
      undo: true,
    });
    if (next) props.onNext(nextVisit(values, reading));
    else props.onClose();
  }

  function focusOn(field: string): void {
    const found = form.current?.elements.namedItem(field);
    if (found instanceof HTMLElement) found.focus();
  }

  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event, false)}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        attaching.add(files);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDrop={(event) => {
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        attaching.add(files);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          void submit(event, event.altKey);
        }
      }}
      sx={{ flex: 1, minHeight: 0, display: "flex", flexDirection: "column" }}
    >
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
        {restored && <Alert severity="info">{t("visit.draftRestored")}</Alert>}
        <MeanwhileNotes told={told} />
        {failure && <Alert severity="error">{failure}</Alert>}
        <WhoField
          value={who}
          typed={props.start.contactId === "" ? props.typed : ""}
          autoFocus={values.contactId === "" && (!isDraft || isTold)}
          problem={
            checked && problems.contactId ? t("visit.needWho") : undefined
          }
          onChange={(row) => {
            setWho(row);
            setOthers([]);
            setUnknown(null);
            choose(row?.id ?? "");
          }}
          onUnknown={props.newContact && setUnknown}
          onProposal={takeOver}
          onSentence={setSentence}
          onLeave={() => {
            setValues((before) => withNote(before, sentence));
            setSentence("");
          }}
        />
        {unknown !== null &&
          props.newContact?.({
            name: unknown,
            onHere: (id) => {
              setUnknown(null);
              choose(id);
            },
            onClose: () => {
              setUnknown(null);
              focusOn("contactId");
            },
          })}
        <OthersMeant
          others={others}
          onChange={(id) => {
            setOthers([]);
            choose(id);
          }}
        />
        <PeopleMet
          people={[...known.people, ...left]}
          value={values.attendees}
          onChange={(attendees) => set({ attendees })}
        />
        <OutcomeField
          value={values.outcome}
          autoFocus={props.start.contactId !== "" && !isDraft}
          handle={outcome}
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
          opened={opened}
          duration={shownDuration(values, template ?? null, usualMinutes)}
          problems={problems}
          checked={checked}
          onChange={set}
        />
        <VisitAddress
          contactId={values.contactId}
          day={momentOf(values, reading)?.date ?? null}
        />
        <OpportunityField
          opportunities={[
            ...known.opportunities,
            ...closed.map(({ id, name }) => ({
              id,
              description: t("visit.closedOpportunity", { name }),
            })),
          ]}
          value={values.opportunityId ?? onlyOpportunity}
          opens={values.opens}
          onChange={set}
        />
        <AttachField
          value={values.files}
          attaching={attaching}
          onChange={attach}
        />
      </Box>
      <SheetActions
        keeper={isWorthKeeping(kept) ? keeper : null}
        onClose={props.onClose}
        onNext={(event) => void submit(event, true)}
        onPostpone={(event) => void submit(event, false, true)}
      />
    </Box>
  );
}
