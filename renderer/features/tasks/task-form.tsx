import { parseDay } from "../../../shared/domain/parse-day.ts";
import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import { typesFor } from "../../../shared/domain/plan-task.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useContactSearch } from "../../local-store/use-contact-search.ts";
import {
  useKeptForm,
  type FormTexts,
  type useFoundDraft,
} from "../../local-store/use-kept-form.ts";
import { ContactField } from "../../ui/contact-field.tsx";
import {
  CodeLine,
  PriorityLine,
  SalespersonLine,
  TextLine,
} from "../../ui/form-lines.tsx";
import { twoColumns } from "../../ui/form-grid.ts";
import { problemOf } from "../../ui/form-problem.ts";
import { KeptFormDialog } from "../../ui/kept-form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";
import { useFormProblem } from "../../ui/use-form-problem.ts";
import { Attendees } from "./attendees.tsx";
import { RepeatLine } from "./repeat-line.tsx";
import { TaskActions } from "./task-actions.tsx";
import type { TaskStart } from "./task-dialog.tsx";
import {
  draftOf,
  isMore,
  textsOfTask,
  textsSaid,
  titleOf,
} from "./task-texts.ts";
import { useTaskCommands } from "./use-task-commands.ts";

const TYPES = ["task", "phoneCall", "meeting"] as const;
/** The fields that could not be read. */
const UNREAD = {
  day: "date",
  time: "startTime",
  duration: "duration",
} as const;
const STATUSES = ["notStarted", "inProgress", "waiting", "postponed"] as const;

/** TSK-1, TSK-4, TSK-5, TSK-9: everything about a task on one form, and what becomes of it below. */
export function TaskForm(props: {
  start: TaskStart;
  found: NonNullable<ReturnType<typeof useFoundDraft>>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { store } = useLocalStore();
  const { now, today, owner, language } = useSession();
  const ask = useContactSearch(language);
  const commands = useTaskCommands();
  const { start, onClose } = props;
  const { task, contact } = start;
  const first = textsOfTask(
    ...([task, contact, today, owner.salesperson] as const),
    start.salesperson,
  );
  const form = useKeptForm(props.found, first, now);
  const { texts } = form;
  const { problem, setProblem, refuse, attempt, set } = useFormProblem(form);
  const part = { texts, set, problem };
  const said = { today, language };
  const [asked, setAsked] = useState(task !== null);
  // What was left half typed, or cannot be saved, is never out of sight.
  const isHidden = !asked && !isMore(texts, first);
  const activity = codes.find("activity", texts["activity"] ?? "");
  const types = task ? typesFor(task) : TYPES;

  async function save(): Promise<boolean> {
    const read = draftOf(texts, said);
    if (!read.ok) {
      const { kind } = read.error;
      return refuse({
        text: kind === "day" ? t("cardForm.noDay") : t(`task.unread.${kind}`),
        field: UNREAD[kind],
      });
    }
    const draft = read.value;
    const { contactId = "" } = texts;
    const about =
      contactId === contact?.id
        ? contact
        : contactId === ""
          ? null
          : await store.get("contacts", contactId);
    return attempt((along) =>
      task
        ? commands.edit(task, about, draft, along)
        : activity
          ? commands.run(activity, about, draft, along)
          : commands.plan(about, draft, start.from, along),
    );
  }
  return (
    <KeptFormDialog
      title={t(task ? "task.edit" : "task.new")}
      action={t(task ? "cardForm.save" : "task.create")}
      form={form}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      {task && (
        <TaskActions
          task={task}
          onDone={(no) => {
            setProblem(no ?? undefined);
            if (no === null) onClose();
          }}
        />
      )}
      {activity ? (
        <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13 }}>
          {(activity.steps ?? []).map((step, i) => (
            <li key={i}>
              {[step.description, step.dateFormula].filter(Boolean).join(" · ")}
            </li>
          ))}
        </Box>
      ) : (
        <TextLine
          {...part}
          set={(changed) =>
            set(
              task
                ? changed
                : textsSaid(texts, changed["description"] ?? "", said),
            )
          }
          name="description"
          label={t("task.what")}
          {...(task
            ? {}
            : { placeholder: t("task.whatSample"), hint: hintOf(texts) })}
          autoFocus={task === null}
        />
      )}
      <ContactField
        ask={ask}
        start={
          contact && {
            id: contact.id,
            name: contact.name,
            companyName: contact.companyName ?? "",
          }
        }
        label={t("task.with")}
        onChange={(chosen) => set({ contactId: chosen?.id ?? "" })}
      />
      <Box sx={twoColumns}>
        <TypedDayField
          read={parseDay}
          label={t("task.due")}
          value={texts["date"] ?? ""}
          problem={problemOf(problem, "date")}
          onChange={(date) => set({ date })}
        />
        {!activity && (
          <Choice
            label={t("task.kind")}
            value={texts["type"] ?? "task"}
            values={types.map((one) => [one, t(`task.type.${one}`)])}
            onChange={(type) => set({ type })}
          />
        )}
        <SalespersonLine
          {...part}
          none={t("task.nobody")}
          codes={codes.of("salesperson")}
        />
        {!isHidden && (
          <CodeLine
            {...part}
            name="team"
            label={t("field.team")}
            none={t("task.noTeam")}
            codes={codes.of("team")}
          />
        )}
        {!activity && !isHidden && (
          <>
            <TextLine
              {...part}
              name="startTime"
              label={t("task.time")}
              placeholder="14:30"
            />
            <TextLine
              {...part}
              name="duration"
              label={t("task.duration")}
              placeholder="45m"
            />
            <PriorityLine {...part} />
            {task && !isClosed(task) ? (
              <Choice
                label={t("task.state")}
                value={texts["status"] ?? "notStarted"}
                values={STATUSES.map((one) => [one, t(`task.status.${one}`)])}
                onChange={(status) => set({ status })}
              />
            ) : (
              <TextLine {...part} name="location" label={t("task.place")} />
            )}
          </>
        )}
      </Box>
      {isHidden ? (
        <Button
          color="inherit"
          startIcon={<ExpandMoreRounded />}
          onClick={({ currentTarget }) => {
            const within = currentTarget.closest("form");
            setAsked(true);
            // The button goes; the focus stays in the form.
            within?.querySelector<HTMLElement>("input")?.focus();
          }}
          sx={{ alignSelf: "flex-start" }}
        >
          {t("create.more")}
        </Button>
      ) : (
        <>
          {!activity && (
            <>
              <RepeatLine {...part} />
              <Attendees {...part} known={start.attendees} />
              <TextLine
                {...part}
                name="comment"
                label={t("sale.comment")}
                many
              />
            </>
          )}
          {!task && (
            <CodeLine
              {...part}
              name="activity"
              label={t("task.activity")}
              none={t("task.noActivity")}
              codes={codes.of("activity")}
            />
          )}
        </>
      )}
    </KeptFormDialog>
  );

  /** What the words have set in the fields below. */
  function hintOf({ saidDate = "", saidType = "" }: FormTexts) {
    if (saidDate === "" || texts["date"] !== saidDate) return undefined;
    const type = (saidType || "task") as (typeof TYPES)[number];
    return t("visit.nextStepDue", {
      type: t(`task.type.${type}`),
      description: titleOf(texts, said),
      day: saidDate,
    });
  }
}

/** One of few words. */
export function Choice(props: {
  label: string;
  value: string;
  values: readonly (readonly [value: string, word: string])[];
  onChange(value: string): void;
}) {
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.values.map(([value, word]) => (
        <MenuItem key={value} value={value}>
          {word}
        </MenuItem>
      ))}
    </TextField>
  );
}
