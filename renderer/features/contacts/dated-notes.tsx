import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  datedNotes,
  removeNote,
  writeNote,
} from "../../../shared/domain/dated-note.ts";
import type { ProblemCode } from "../../../shared/domain/field-check.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { CardDialog } from "./card-dialog.tsx";
import { baseOf } from "./card-texts.ts";
import { DayField, dayOf } from "./day-field.tsx";
import { EntrySection } from "./entry-section.tsx";
import type { CardEdit } from "./use-card-edit.ts";

/** What somebody has noted about the contact, one text a day, the newest first. */
export function DatedNotes(props: {
  contactId: string;
  notes: readonly Note[];
  edit: CardEdit;
}) {
  const { t } = useTranslation();
  const notes = datedNotes(props.notes);
  return (
    <EntrySection
      title={t("notes.title")}
      add={t("notes.add")}
      entries={notes.map((note) => [note.id, note])}
      line={(note) => (
        <>
          <Typography variant="caption" component="span" color="textSecondary">
            {note.date && formatDay(note.date)}
          </Typography>
          <Typography sx={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {note.text}
          </Typography>
        </>
      )}
      dialog={(id, close) => (
        <NoteDialog
          {...props}
          id={id}
          note={notes.find((note) => note.id === id) ?? null}
          onClose={close}
        />
      )}
    />
  );
}

function NoteDialog(props: {
  contactId: string;
  id: string;
  note: Note | null;
  edit: CardEdit;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { contactId, id, note, edit } = props;
  const [opened] = useState(note);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  return (
    <CardDialog
      form={`comment/${opened ? id : "new"}`}
      contactId={contactId}
      title={t(note ? "notes.edit" : "notes.new")}
      start={{
        date: formatDay(opened?.date ?? today),
        text: opened?.text ?? "",
      }}
      onSave={async ({ date = "", text = "" }, along) => {
        const day = date.trim() === "" ? today : dayOf(date, today);
        if (day === null) return false;
        // One that somebody has taken out since is written anew.
        const base = baseOf(opened, note, (one) => one !== null);
        const written = writeNote(contactId, base, { id, date: day, text });
        setProblem(written.ok ? null : written.error.code);
        if (!written.ok) return false;
        const changes = [...written.value, ...along];
        return edit.commitChanges("action.note", changes);
      }}
      onRemove={
        note
          ? () =>
              edit.commitChanges(
                "action.note",
                removeNote(note),
                t("notes.removed"),
              )
          : undefined
      }
      onClose={props.onClose}
    >
      {(texts, set) => (
        <>
          <TextField
            autoFocus
            multiline
            minRows={4}
            maxRows={14}
            label={t("notes.text")}
            value={texts["text"] ?? ""}
            onChange={(event) => set({ text: event.target.value })}
            error={problem !== null}
            helperText={problem && t(`problem.${problem}`)}
          />
          <DayField
            label={t("field.date")}
            value={texts["date"] ?? ""}
            onChange={(date) => set({ date })}
          />
        </>
      )}
    </CardDialog>
  );
}
