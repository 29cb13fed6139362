import { useCallback, useEffect, useRef, useState } from "react";
import { namedId } from "../../../shared/domain/named-id.ts";
import type { Change } from "../../../shared/domain/change.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";
import { isWorthKeeping, readDraft, type VisitValues } from "./visit-form.ts";

const FORM = "visit";
const QUIET_MS = 300;

export interface VisitDraftKeeper {
  /** Takes the draft out of the store: part of the change that saves the visit, or on its own when discarded. */
  removal(): readonly Change[];
  /** Writes at once what is still waiting to be written. */
  flush(): void;
}

/**
 * Keeps what is typed in `drafts`, one per contact, within half a second; a kill loses at most the last letters.
 */
export function useVisitDraft(values: VisitValues): VisitDraftKeeper {
  const { save } = useLocalStore();
  const { now } = useSession();
  const stored = useRef<Draft | null>(null);
  const latest = useRef(values);
  const ended = useRef(false);

  const write = useCallback(() => {
    const current = latest.current;
    if (ended.current || !isWorthKeeping(current)) return;
    const id = draftId(current.contactId);
    const before = stored.current?.id === id ? stored.current : null;
    const after: Draft = {
      id,
      form: FORM,
      ...(current.contactId === "" ? {} : { contactId: current.contactId }),
      value: { ...current },
      savedAt: new Date(now()).toISOString(),
    };
    const changes: Change[] = [{ c: "drafts", id, before, after }];
    // The person chose somebody else meanwhile: the draft goes with them.
    if (stored.current && stored.current.id !== id) {
      changes.push(removalOf(stored.current));
    }
    stored.current = after;
    void save("action.draft", changes);
  }, [save, now]);

  useEffect(() => {
    latest.current = values;
    const timer = setTimeout(write, QUIET_MS);
    return () => clearTimeout(timer);
  }, [values, write]);

  return {
    removal() {
      ended.current = true;
      const draft = stored.current ?? {
        id: draftId(values.contactId),
        form: FORM,
        value: {},
        savedAt: new Date(now()).toISOString(),
      };
      return [removalOf(draft)];
    },
    flush: write,
  };
}

/** The draft to start from: that of the contact, or without a contact the newest one. Null while it is being read. */
export function useStoredDraft(
  contactId: string,
): { readonly values: VisitValues | null } | null {
  const { store } = useLocalStore();
  const [found, setFound] = useState<{ values: VisitValues | null } | null>(
    null,
  );
  useEffect(() => {
    let current = true;
    void store.all("drafts", 100).then((drafts) => {
      const own = drafts
        .filter((draft) => draft.form === FORM)
        .filter((draft) => contactId === "" || draft.id === draftId(contactId))
        .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      if (current) setFound({ values: readDraft(own[0]?.value) });
    });
    return () => {
      current = false;
    };
  }, [store, contactId]);
  return found;
}

function draftId(contactId: string): string {
  return namedId(`draft/visit/${contactId}`);
}

function removalOf(draft: Draft): Change {
  return { c: "drafts", id: draft.id, before: draft, after: null };
}
