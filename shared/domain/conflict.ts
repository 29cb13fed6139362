import { ok, refuse, type Result } from "../core/result.ts";
import type { Note } from "../entities/note.ts";
import { isCollection } from "../entities/registry.ts";
import type { Change } from "./change.ts";
import {
  writeField,
  type WriteFacts,
  type WriteRefusal,
} from "./write-field.ts";

/** `document`: the one that the note speaks of. */
export type ConflictFacts = WriteFacts;

export type ConflictRefusal =
  | { readonly kind: "not-a-conflict" }
  /** Deleted here, edited there: the edit stands, and deleting again is the ordinary action. */
  | { readonly kind: "whole-document" }
  | WriteRefusal;

/**
 * The value that lost is written again, by an ordinary edit (so it follows the same rules, reaches a company's people
 * and can itself be taken back), and the note is done. If the value is there already, only the note changes.
 */
export function takeBack(
  note: Note,
  facts: ConflictFacts,
): Result<readonly Change[], ConflictRefusal> {
  if (!note.loser) return refuse({ kind: "not-a-conflict" });
  return settleWith(note, note.loser.value, facts);
}

/** The person has decided what the field says, be it either side or a third value; otherwise as `takeBack`. */
export function settleWith(
  note: Note,
  value: unknown,
  facts: ConflictFacts,
): Result<readonly Change[], ConflictRefusal> {
  const { collection, docId, field } = note;
  if (note.kind !== "conflict" || collection === undefined) {
    return refuse({ kind: "not-a-conflict" });
  }
  if (!isCollection(collection)) return refuse({ kind: "not-a-conflict" });
  if (field === undefined) return refuse({ kind: "whole-document" });
  if (facts.document?.id !== docId) return refuse({ kind: "document-gone" });
  const edit = writeField(facts, collection, field, value);
  return edit.ok ? ok([...edit.value, ...dismissConflict(note)]) : edit;
}

/** The person has seen the conflict and agrees with what the merge decided. */
export function dismissConflict(note: Note): readonly Change[] {
  if (note.status === "done") return [];
  const done: Note = { ...note, status: "done" };
  return [{ c: "notes", id: note.id, before: note, after: done }];
}
