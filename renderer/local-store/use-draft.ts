import { useCallback, useEffect, useRef } from "react";
import type { Change } from "../../shared/domain/change.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import { addOpenForm, leaveDraft, takeDraft } from "./open-forms.ts";
import { useLocalStore } from "./store-context.ts";

const EVERY_MS = 300;

/** What a form has to keep; `worthKeeping` false = nothing was typed that would be a loss. */
export interface FormDraft {
  readonly id: string;
  readonly form: string;
  readonly contactId?: string;
  readonly value: Draft["value"];
  readonly worthKeeping: boolean;
}

export interface DraftKeeper {
  /** Takes the draft out of the store: part of the change that saves the form, or on its own when discarded. */
  removal(): readonly Change[];
  /** The save that held the removal has failed, or what was waited for is known: what is typed is kept again. */
  resume(): void;
  /** The save that held the removal has ended well, and the form goes on from nothing. */
  startAgain(): void;
  /** Keeps nothing until `resume`: whether a draft of the form's new subject is stored is still being read. */
  hold(): void;
  /** The form goes on with this draft, which was stored under its new subject; false = another open form does. */
  adopt(draft: Draft): boolean;
  /** Writes at once what is still waiting to be written. */
  flush(): void;
}

/**
 * Keeps what is typed in `drafts` within half a second; a kill loses at most the last letters. `found` is the draft
 * that the form was opened with. A form that was emptied again keeps none. A draft that another open form writes is left
 * to it: what is typed here stays in the one that this form has.
 */
export function useDraft(
  draft: FormDraft,
  now: () => number,
  found: Draft | null = null,
): DraftKeeper {
  const { save } = useLocalStore();
  const stored = useRef(found);
  const latest = useRef(draft);
  const ended = useRef(false);
  const ownId = useRef(draft.id);
  // A new object at each drawing; its text tells whether it changed.
  const text = JSON.stringify(draft);

  const write = useCallback(async () => {
    const { worthKeeping, ...typed } = latest.current;
    const old = stored.current;
    if (ended.current) return;
    if (takeDraft(typed.id, stored)) ownId.current = typed.id;
    const current = { ...typed, id: ownId.current };
    const after: Draft | null = worthKeeping
      ? { ...current, savedAt: new Date(now()).toISOString() }
      : null;
    const changes: Change[] = [];
    if (after) {
      const before = old?.id === after.id ? old : null;
      changes.push({ c: "drafts", id: after.id, before, after });
    }
    // Emptied, or the form is about somebody else meanwhile: the old draft goes.
    if (old && old.id !== after?.id) changes.push(removalOf(old));
    if (changes.length === 0) return;
    stored.current = after;
    await save("action.draft", changes);
  }, [save, now]);

  useEffect(() => {
    latest.current = draft;
  });
  // Not after a silence: who types without a pause would have no draft.
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const writeSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void write();
    }, EVERY_MS);
  }, [write]);
  useEffect(writeSoon, [text, writeSoon]);
  useEffect(() => addOpenForm(write), [write]);
  useEffect(() => {
    takeDraft(draft.id, stored);
  }, [draft.id]);
  useEffect(() => () => leaveDraft(stored), []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );

  return {
    removal() {
      ended.current = true;
      return stored.current ? [removalOf(stored.current)] : [];
    },
    resume() {
      ended.current = false;
      writeSoon();
    },
    startAgain() {
      stored.current = null;
      ended.current = false;
    },
    hold() {
      ended.current = true;
    },
    adopt(other) {
      if (!takeDraft(other.id, stored)) return false;
      const old = stored.current;
      stored.current = other;
      if (old && old.id !== other.id)
        void save("action.draft", [removalOf(old)]);
      return true;
    },
    flush: () => void write(),
  };
}

function removalOf(draft: Draft): Change {
  return { c: "drafts", id: draft.id, before: draft, after: null };
}
