import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import TextField from "@mui/material/TextField";
import { useMemo, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { validateOp } from "../../../shared/sync/validate-op.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { editableValues, withValues } from "./editable-values.ts";
import { fieldWord } from "./field-words.ts";
import { refusedWords } from "./refused-words.ts";

/** Everything that was typed, to be corrected; then it is sent again under a number of its own. */
export function EditRefused(props: {
  entry: JournalEntry;
  title: string;
  /** Why it was refused. */
  reason: string;
  onClose(): void;
}) {
  const { t, i18n } = useTranslation();
  const { arrange } = useLocalStore();
  const notify = useNotify();
  const { ops, m } = props.entry;
  const fields = useMemo(() => editableValues(ops), [ops]);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const edited = withValues(ops, typed);
    const fault = edited.map(validateOp).find((verdict) => !verdict.ok);
    if (fault && !fault.ok) return setProblem(refusedWords(fault, i18n));
    const answer = await arrange({ do: "resend", m, ops: edited });
    if (answer.status !== "done") {
      notify({ text: t("error.save.io") });
      return;
    }
    props.onClose();
    notify({ text: t("outbox.resumed", { count: 1 }) });
  }

  return (
    <FormDialog
      title={t("refusedItem.editTitle")}
      onClose={props.onClose}
      onSubmit={onSubmit}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        <DialogContentText>{props.title}</DialogContentText>
        <DialogContentText role="status" sx={{ color: "warning.main" }}>
          {problem ?? props.reason}
        </DialogContentText>
        {fields.map(({ at, path, value, kind }, i) => {
          const key = `${at}/${path}`;
          return (
            <TextField
              key={key}
              label={fieldWord(path, i18n)}
              value={typed.get(key) ?? value}
              type={kind === "day" ? "date" : "text"}
              multiline={kind === "long"}
              autoFocus={i === 0}
              onChange={({ target }) =>
                setTyped((before) => new Map(before).set(key, target.value))
              }
              {...(kind === "day" && {
                slotProps: { inputLabel: { shrink: true } },
              })}
            />
          );
        })}
        <DialogContentText variant="body2">
          {t(
            fields.length > 0 ? "refusedItem.unchanged" : "refusedItem.nothing",
          )}
        </DialogContentText>
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("refusedItem.resend")}
        disabled={fields.length === 0}
      />
    </FormDialog>
  );
}
