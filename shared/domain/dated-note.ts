import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import { Note } from "../entities/note.ts";
import type { Change } from "./change.ts";
import type { ProblemCode } from "./field-check.ts";

export interface NoteRefusal {
  readonly kind: "note-refused";
  readonly code: ProblemCode;
}

/** The dated notes among a contact's notes, newest day first (domain.md §2.2: one long text a date). */
export function datedNotes(notes: readonly Note[]): readonly Note[] {
  return notes
    .filter(({ kind }) => kind === "comment")
    .toSorted(
      (a, b) =>
        (b.date ?? "").localeCompare(a.date ?? "") || (a.id < b.id ? 1 : -1),
    );
}

/** A dated note about a contact, new (`before` null) or changed; the text is kept as typed but for blanks around it. */
export function writeNote(
  contactId: string,
  before: Note | null,
  typed: {
    readonly id: string;
    readonly date: CalendarDay;
    readonly text: string;
  },
): Result<readonly Change[], NoteRefusal> {
  const text = typed.text.trim();
  const no = (code: ProblemCode) =>
    refuse({ kind: "note-refused" as const, code });
  if (text === "") return no("required");
  const after: Note = {
    ...before,
    id: typed.id,
    kind: "comment",
    contactId,
    date: typed.date,
    text,
  };
  const issue = Note.fields.safeParse(after).error?.issues[0];
  if (issue) {
    return no(issue.code === "too_big" ? "too-long" : "unstorable-character");
  }
  if (before?.text === text && before.date === typed.date) return ok([]);
  return ok([{ c: "notes", id: typed.id, before, after }]);
}

/** Takes a note away. */
export function removeNote(note: Note): readonly Change[] {
  return [{ c: "notes", id: note.id, before: note, after: null }];
}
