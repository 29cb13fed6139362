import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import {
  useImperativeHandle,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../../../shared/core/calendar.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatDay } from "../../ui/format.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { DiscardButton } from "./discard-button.tsx";
import { NextStepHint } from "./next-step-hint.tsx";
import { MomentFields } from "./moment-fields.tsx";
import { OutcomeField } from "./outcome-field.tsx";
import { useVisitDraft } from "./use-visit-draft.ts";
import { useVisitSave } from "./use-visit-save.ts";
import { useWho } from "./use-who.ts";
import { VisitAddress } from "./visit-address.tsx";
import {
  emptyVisit,
  isWorthKeeping,
  momentOf,
  problemsOf,
  shownDuration,
  type VisitValues,
} from "./visit-form.ts";
import { WhoField } from "./who-field.tsx";

/** The fields of the sheet, in the order in which one tells it: who, what, when, how it went, what came of it, what next. */
export function VisitForm(props: {
  contactId: string;
  draft: VisitValues | null;
  /** Filled with what closing the sheet from outside must do. */
  leave: RefObject<(() => void) | null>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language, today, now } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const [values, setValues] = useState<VisitValues>(
    () => props.draft ?? emptyVisit(props.contactId, today),
  );
  const [opened] = useState(() => localTime(new Date(now())));
  const [checked, setChecked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [who, setWho] = useWho(values.contactId);
  const form = useRef<HTMLFormElement>(null);
  const keeper = useVisitDraft(values);
  const saveVisit = useVisitSave();
  const problems = problemsOf(values, { today, language });
  const templates = codes.of("interactionTemplate");
  const template = templates.find((one) => one.code === values.template);
  const set = (changed: Partial<VisitValues>) =>
    setValues((before) => ({ ...before, ...changed }));

  function leave(): void {
    if (isWorthKeeping(values)) {
      keeper.flush();
      notify({ text: t("visit.draftKept") });
    }
    props.onClose();
  }
  useImperativeHandle(props.leave, () => leave);

  async function submit(event: FormEvent | KeyboardEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    const [wrong] = Object.keys(problems);
    if (wrong !== undefined) return focusOn(wrong);
    if (busy) return;
    setBusy(true);
    const outcome = await saveVisit(values, opened, () => keeper.removal());
    setBusy(false);
    if (outcome.kind === "failed") {
      setFailure(t(outcome.why, { day: formatDay(today) }));
      if (outcome.why === "visit.future") focusOn("date");
      return;
    }
    notify({ text: t("visit.saved", { name: outcome.name }) });
    props.onClose();
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
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          void submit(event);
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
        {props.draft && (
          <Alert severity="info">{t("visit.draftRestored")}</Alert>
        )}
        {failure && <Alert severity="error">{failure}</Alert>}
        <WhoField
          value={who}
          autoFocus={props.contactId === "" && !props.draft}
          problem={
            checked && problems.contactId ? t("visit.needWho") : undefined
          }
          onChange={(row) => {
            setWho(row);
            set({ contactId: row?.id ?? "" });
          }}
        />
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
        <MomentFields
          values={values}
          opened={opened}
          duration={shownDuration(values, template ?? null)}
          problems={problems}
          checked={checked}
          onChange={set}
        />
        <VisitAddress
          contactId={values.contactId}
          day={momentOf(values, { today, language })?.date ?? null}
        />
        <OutcomeField
          value={values.outcome}
          autoFocus={props.contactId !== "" && !props.draft}
          onChange={(outcome) => set({ outcome })}
        />
        <TextField
          multiline
          minRows={4}
          maxRows={10}
          label={t("visit.result")}
          placeholder={t("visit.resultHint")}
          value={values.result}
          onChange={(event) => set({ result: event.target.value })}
          autoFocus={props.draft !== null}
        />
        <TextField
          label={t("visit.nextStep")}
          placeholder={t("visit.nextStepHint")}
          value={values.nextStep}
          onChange={(event) => set({ nextStep: event.target.value })}
          helperText={<NextStepHint text={values.nextStep} />}
          autoComplete="off"
        />
      </Box>
      <Box
        sx={{
          display: "flex",
          gap: 1,
          alignItems: "center",
          px: 2.5,
          py: 1.5,
          borderTop: 1,
          borderColor: "divider",
        }}
      >
        {isWorthKeeping(values) && (
          <DiscardButton keeper={keeper} onClose={props.onClose} />
        )}
        <Box sx={{ flex: 1 }} />
        <Button color="inherit" onClick={leave}>
          {t("close")}
        </Button>
        <Button
          type="submit"
          variant="contained"
          aria-keyshortcuts="Control+Enter"
          endIcon={<Kbd>{t("key.ctrlEnter")}</Kbd>}
        >
          {t("visit.save")}
        </Button>
      </Box>
    </Box>
  );
}
