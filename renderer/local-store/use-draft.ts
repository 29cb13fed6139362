import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "../../shared/entities/draft.ts";
import {
  createDraftWriter,
  type DraftWriter,
  type FormDraft,
} from "./draft-writer.ts";
import { addOpenForm } from "./open-forms.ts";
import { useLocalStore } from "./store-context.ts";

const EVERY_MS = 300;

export interface DraftKeeper extends Pick<
  DraftWriter,
  "removal" | "resume" | "startAgain" | "hold" | "adopt"
> {
  /** Writes at once what is still waiting to be written. */
  flush(): void;
}

/**
 * Keeps what is typed in `drafts` within half a second; a kill loses at most the last letters, and a form that goes away
 * none. `found` is the draft that the form was opened with. A form that was emptied again keeps none.
 */
export function useDraft(
  draft: FormDraft,
  now: () => number,
  found: Draft | null = null,
): DraftKeeper {
  const { store, save } = useLocalStore();
  const latest = useRef(draft);
  const [writer] = useState(() =>
    createDraftWriter({
      ...{ store, save, now, found },
      ...{ typed: () => latest.current, newId: () => crypto.randomUUID() },
    }),
  );
  // A new object at each drawing; its text tells whether it changed.
  const text = JSON.stringify(draft);
  const { write } = writer;

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
    writer.enter(latest.current.id);
    return () => {
      const isWaiting = timer.current !== null;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      if (isWaiting) void write();
      writer.leave();
    };
  }, [writer, write]);

  return {
    ...writer,
    resume() {
      writer.resume();
      writeSoon();
    },
    flush: () => void write(),
  };
}
