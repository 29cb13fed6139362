import type { Change } from "../../shared/domain/change.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import { isDraftTaken, leaveDraft, takeDraft } from "./open-forms.ts";
import type { Save, Store } from "./store.ts";

/** What a form has to keep; `worthKeeping` false = nothing was typed that would be a loss. */
export interface FormDraft {
  readonly id: string;
  readonly form: string;
  readonly contactId?: string;
  readonly value: Draft["value"];
  readonly worthKeeping: boolean;
}

export interface DraftWriter {
  /** The form is shown; it is the only one that writes its draft. */
  enter(id: string): void;
  /** The form is gone; what it still writes takes no draft from any other. */
  leave(): void;
  /** What is typed by then, at the moment of writing. */
  write(): Promise<void>;
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
}

/**
 * Writes the draft of one form. It never writes over a draft that is not its own: where one lies already, or another open
 * form writes it, what is typed stays in the draft that this form has, or in one of a name of its own.
 *
 * @param found the draft that the form was opened with
 */
export function createDraftWriter(deps: {
  readonly store: Pick<Store, "get">;
  readonly save: Save;
  readonly now: () => number;
  readonly newId: () => string;
  readonly typed: () => FormDraft;
  readonly found: Draft | null;
}): DraftWriter {
  const { store, save, now, newId } = deps;
  const me = {};
  let stored = deps.found;
  /** Where it writes; null until something was written. */
  let place = stored?.id ?? null;
  let ended = false;
  let left = false;

  function isFree(id: string): boolean {
    return left ? !isDraftTaken(id) : takeDraft(id, me);
  }
  async function goTo(id: string): Promise<void> {
    if (place === id) return;
    const there = await store.get("drafts", id);
    if (ended) return;
    const isOurs = there === null || there.id === stored?.id;
    if (isOurs && isFree(id)) place = id;
    else place ??= newId();
  }

  return {
    enter(id) {
      left = false;
      if (takeDraft(place ?? id, me)) return;
      // Another form was quicker: it has what was found.
      place = newId();
      stored = null;
    },
    leave() {
      left = true;
      leaveDraft(me);
    },
    async write() {
      const nothing = !deps.typed().worthKeeping && stored === null;
      if (ended || nothing) return;
      await goTo(deps.typed().id);
      if (ended) return;
      const { worthKeeping, ...typed } = deps.typed();
      const id = place ?? typed.id;
      const old = stored;
      const savedAt = new Date(now()).toISOString();
      const after: Draft | null = worthKeeping
        ? { ...typed, id, savedAt }
        : null;
      const changes: Change[] = [];
      if (after) {
        const before = old?.id === id ? old : null;
        changes.push({ c: "drafts", id, before, after });
      }
      // Emptied, or the form is about somebody else meanwhile: the old draft goes.
      if (old && old.id !== after?.id) changes.push(removalOf(old));
      if (changes.length === 0) return;
      stored = after;
      await save("action.draft", changes);
    },
    removal() {
      ended = true;
      return stored ? [removalOf(stored)] : [];
    },
    resume() {
      ended = false;
    },
    startAgain() {
      stored = null;
      ended = false;
    },
    hold() {
      ended = true;
    },
    adopt(other) {
      if (left || !takeDraft(other.id, me)) return false;
      const old = stored;
      stored = other;
      place = other.id;
      if (old && old.id !== other.id)
        void save("action.draft", [removalOf(old)]);
      return true;
    },
  };
}

function removalOf(draft: Draft): Change {
  return { c: "drafts", id: draft.id, before: draft, after: null };
}
